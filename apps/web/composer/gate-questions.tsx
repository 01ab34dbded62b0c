import { useId } from 'react';
import { Icon } from '../design';
import { useLingui, useTimes } from '../language';
import type { Gate } from './asking';
import { gateState, LEAST_REASON, withoutThoseOutside } from './gate';
import type { Preview, Recipient } from './preview-query';
import { firstName } from './send-line';

/** The two questions before an interruption. A "no" becomes a kinder way at once. */
export function GateQuestions({
  gate,
  onGate,
  preview,
  now,
  onSetTime,
  onRecipients,
}: {
  gate: Gate;
  onGate: (gate: Gate) => void;
  preview?: Preview;
  now: number;
  /** "No": a time instead. */
  onSetTime: () => void;
  /** "No": only these are left. */
  onRecipients: (ids: string[]) => void;
}) {
  const { i18n } = useLingui();
  const times = useTimes();
  const { outside, muted, missing } = gateState(gate, preview);
  const rest = preview && withoutThoseOutside(preview);
  const names = times.list(outside.map(({ member }) => firstName(member.name)));
  const reasonId = useId();
  const canLeaveOut = outside.length > 0 && rest !== undefined;
  return (
    <>
      {missing === 'budget' && (
        <p className="hint now" role="alert">
          <Icon name="warning" small />
          <span>
            {i18n._('You have used your urgent messages of this week. Set a time that respects their hours.')}
          </span>
        </p>
      )}
      <Question
        question={i18n._('Do I need an immediate response?')}
        help={i18n._('Would waiting until tomorrow morning cause harm?')}
        yes={i18n._('Yes, it cannot wait')}
        no={i18n._('No, set a time')}
        answer={gate.needsNow}
        onYes={() => onGate({ ...gate, needsNow: true })}
        onNo={onSetTime}
      />
      <Question
        question={i18n._('Am I respecting people’s time?')}
        help={<Outside people={outside} isNobody={!preview?.recipients.length} now={now} />}
        yes={i18n._('Yes, worth the interruption')}
        no={canLeaveOut ? i18n._('No, leave {names} out', { names }) : i18n._('No, set a time')}
        answer={gate.respects}
        onYes={() => onGate({ ...gate, respects: true })}
        onNo={() => (canLeaveOut ? onRecipients(rest) : onSetTime())}
      />
      {muted.length > 0 && (
        <p className="hint now">
          <Icon name="mute" small />
          <span>
            {i18n._(
              '{count, plural, one {{names} lets nothing interrupt: it reaches them when they work.} other {{names} let nothing interrupt: it reaches them when they work.}}',
              { count: muted.length, names: times.list(muted.map(({ member }) => firstName(member.name))) },
            )}
          </span>
        </p>
      )}
      <div className="q">
        <label htmlFor={reasonId}>
          {i18n._('Why now?')}
          <small>{i18n._('Everyone you interrupt sees this line.')}</small>
        </label>
        <textarea
          id={reasonId}
          className="why-now"
          rows={1}
          maxLength={500}
          value={gate.reason}
          aria-describedby={`${reasonId}-left`}
          onChange={(event) => onGate({ ...gate, reason: event.target.value })}
        />
        {missing === 'reason' && (
          <p className="hint-line" id={`${reasonId}-left`}>
            {i18n._(
              '{left, plural, one {One more letter says enough.} other {At least # more letters, so that it says enough.}}',
              {
                left: LEAST_REASON - gate.reason.trim().length,
              },
            )}
          </p>
        )}
      </div>
    </>
  );
}

function Question(props: {
  question: string;
  help: React.ReactNode;
  yes: string;
  no: string;
  answer?: boolean;
  onYes: () => void;
  onNo: () => void;
}) {
  return (
    <fieldset className="q">
      <legend>
        {props.question}
        <small>{props.help}</small>
      </legend>
      <div className="yn">
        <button type="button" aria-pressed={props.answer === true} onClick={props.onYes}>
          {props.yes}
        </button>
        <button type="button" aria-pressed={props.answer === false} onClick={props.onNo}>
          {props.no}
        </button>
      </div>
    </fieldset>
  );
}

/** Who is outside their hours, and what time it is for them. */
function Outside({ people, isNobody, now }: { people: readonly Recipient[]; isNobody: boolean; now: number }) {
  const { i18n } = useLingui();
  const times = useTimes();
  if (isNobody) return i18n._('Whom it would reach, and what time it is for them, stands here once they are named.');
  if (people.length === 0) return i18n._('Everybody is within their working hours.');
  if (people.length === 1) {
    const { member, timeZone } = people[0]!;
    return i18n._('It is {time} for {name}, outside their working hours.', {
      time: times.clock(now, timeZone),
      name: firstName(member.name),
    });
  }
  const shown = people
    .slice(0, 4)
    .map(({ member, timeZone }) =>
      i18n._('{time} for {name}', { time: times.clock(now, timeZone), name: firstName(member.name) }),
    );
  return i18n._('{count} of them are outside their working hours: it is {list}.', {
    count: people.length,
    list: times.list(shown),
  });
}
