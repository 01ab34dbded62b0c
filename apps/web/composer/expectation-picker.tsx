import { type ReactNode, useId } from 'react';
import { Glyph, type GlyphKind, Icon } from '../design';
import { useLingui, useTimes } from '../language';
import { useViewer } from '../shell';
import { AdviceLines } from './advice-lines';
import { type Asking, type Choice, choicesInOrder, chosen } from './asking';
import { DecideOptions } from './decide-options';
import { DueTime } from './due-time';
import { GateQuestions } from './gate-questions';
import { PeopleRibbons } from './people-ribbons';
import type { Preview } from './preview-query';
import { quickPicks, workdaysOf } from './quick-picks';
import { firstName } from './send-line';
import type { Previewed } from './use-preview';

const glyphs: Record<Choice, GlyphKind> = {
  fyi: 'fyi',
  reply: 'due',
  acknowledge: 'acknowledge',
  decide: 'decide',
  urgent: 'urgent',
};

export interface PickerProps {
  asking: Asking;
  onAsking: (next: Asking) => void;
  previewed: Previewed;
  /** Only these shall be asked. */
  onRecipients?: (ids: string[]) => void;
  /** The channel's agreement has urgent messages, and the viewer may send them. */
  mayInterrupt: boolean;
  /** Named, but nothing tells them: for information a message goes to those who follow the channel. */
  told?: readonly { name: string }[];
  now: number;
}

/** What do you need back? One choice, with what it means for each person. */
export function ExpectationPicker(props: PickerProps) {
  const { asking, onAsking, previewed, onRecipients, mayInterrupt, told = [], now } = props;
  const { i18n } = useLingui();
  const times = useTimes();
  const viewer = useViewer();
  const name = useId();
  const { preview } = previewed;
  const firstPick = quickPicks(now, times.zone, workdaysOf(viewer.member.workingHours.week))[1]!;
  const choose = (choice: Choice) => onAsking(chosen(asking, choice, firstPick));
  const words: Record<Choice, [title: string, help: string]> = {
    fyi: [i18n._('For information'), i18n._('Nobody has to answer. It lands in the next digest.')],
    reply: [i18n._('Reply by a time'), i18n._('They choose when, up to the time you set.')],
    acknowledge: [i18n._('Needs acknowledgement'), i18n._('One tap says “I have seen this”.')],
    decide: [i18n._('Decide'), i18n._('They choose between the options you name.')],
    urgent: [i18n._('Urgent'), i18n._('Interrupts now, also outside working hours.')],
  };
  const timed = (
    <>
      <DueTime when={asking.when} onWhen={(when) => onAsking({ ...asking, when })} now={now} />
      <Meaning {...{ preview, asking, onAsking, onRecipients, now }} refusal={previewed.refusal} />
      <QuorumChoice asking={asking} onAsking={onAsking} preview={preview} />
    </>
  );
  const more: Partial<Record<Choice, ReactNode>> = {
    fyi: told.length > 0 && (
      <p className="hint">
        <Icon name="bell" small />
        <span>
          {i18n._(
            '{count, plural, one {It goes to all who follow the channel, and {names} is told, as if the message mentioned them.} other {It goes to all who follow the channel, and {names} are told, as if the message mentioned them.}}',
            { count: told.length, names: times.list(told.map(({ name: whole }) => firstName(whole))) },
          )}
        </span>
      </p>
    ),
    reply: timed,
    acknowledge: (
      <>
        <Meaning {...{ preview, asking, onAsking, onRecipients, now }} refusal={previewed.refusal} isQuiet />
        <QuorumChoice asking={asking} onAsking={onAsking} preview={preview} />
      </>
    ),
    decide: (
      <>
        <DecideOptions options={asking.options} onOptions={(options) => onAsking({ ...asking, options })} />
        {timed}
      </>
    ),
    urgent: (
      <>
        {previewed.refusal && <p className="wrong">{previewed.refusal}</p>}
        <GateQuestions
          gate={asking.gate}
          onGate={(gate) => onAsking({ ...asking, gate })}
          preview={preview}
          now={now}
          onSetTime={() => choose('reply')}
          onRecipients={(ids) => onRecipients?.(ids)}
        />
      </>
    ),
  };
  return (
    <div className="opts" role="radiogroup" aria-label={i18n._('What do you need back?')}>
      {choicesInOrder
        .filter((choice) => choice !== 'urgent' || mayInterrupt || asking.choice === 'urgent')
        .map((choice, index) => (
          <div key={choice} className={`opt${choice === 'urgent' ? ' u' : ''}`}>
            <label title={i18n._('Alt {number}', { number: index + 1 })}>
              <input
                type="radio"
                name={name}
                value={choice}
                checked={asking.choice === choice}
                onChange={() => choose(choice)}
              />
              <Glyph kind={glyphs[choice]} left={0.38} />
              <b>{words[choice][0]}</b>
              <span className="sub">{words[choice][1]}</span>
            </label>
            {asking.choice === choice && more[choice] && <div className="more">{more[choice]}</div>}
          </div>
        ))}
    </div>
  );
}

function Meaning({
  preview,
  refusal,
  asking,
  onAsking,
  onRecipients,
  now,
  isQuiet,
}: Pick<PickerProps, 'asking' | 'onAsking' | 'onRecipients' | 'now'> & {
  preview?: Preview;
  refusal?: string;
  /** Without a time there are no hours to show. */
  isQuiet?: boolean;
}) {
  if (refusal) return <p className="wrong">{refusal}</p>;
  if (!preview) return null;
  return (
    <>
      {!isQuiet && <PeopleRibbons preview={preview} now={now} />}
      <AdviceLines preview={preview} asking={asking} onAsking={onAsking} onRecipients={onRecipients} />
    </>
  );
}

/** Everybody's answer, or the first one. */
function QuorumChoice({ asking, onAsking, preview }: Pick<PickerProps, 'asking' | 'onAsking'> & { preview?: Preview }) {
  const { i18n } = useLingui();
  if ((preview?.recipients.length ?? 0) < 2) return null;
  const options = [
    ['EACH', i18n._('Everybody answers')],
    ['ANY', i18n._('One answer is enough')],
  ] as const;
  return (
    <fieldset className="picks" aria-label={i18n._('Whose answer')}>
      {options.map(([quorum, label]) => (
        <button
          key={quorum}
          type="button"
          className="pick"
          aria-pressed={asking.quorum === quorum}
          onClick={() => onAsking({ ...asking, quorum })}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
