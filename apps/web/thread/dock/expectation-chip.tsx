import { lazy, Suspense, useState } from 'react';
import { Glyph, type GlyphKind, Icon, MenuButton } from '../../design';
import { useLingui, useTimes } from '../../language';
import { dayAndTime } from '../words';
import type { ExpectationInput } from './reply-draft';

const ExpectationSheet = lazy(() =>
  import('../../composer').then(({ ExpectationSheet }) => ({ default: ExpectationSheet })),
);

type Kind = ExpectationInput['kind'];
const glyphs: Record<Kind, GlyphKind> = { FYI: 'fyi', REPLY: 'due', ACKNOWLEDGE: 'acknowledge', DECIDE: 'decide' };

/** What this answer wants back: usually nothing. */
export function ExpectationChip({
  channelId,
  value,
  askWhom,
  onChange,
}: {
  channelId: string;
  value?: ExpectationInput;
  /** Whom an answer is most likely to ask. */
  askWhom: readonly string[];
  onChange: (value?: ExpectationInput) => void;
}) {
  const { i18n } = useLingui();
  const times = useTimes();
  const [isOpen, setOpen] = useState(false);
  const kind = value?.kind ?? 'FYI';
  const words: Record<Kind, string> = {
    FYI: i18n._('No answer needed'),
    REPLY: i18n._('Reply'),
    ACKNOWLEDGE: i18n._('Acknowledge'),
    DECIDE: i18n._('Decide'),
  };
  const begin = (wanted: Kind) => {
    if (kind !== wanted) onChange({ kind: wanted, recipientIds: [...askWhom] });
    setOpen(true);
  };
  return (
    <>
      <MenuButton
        label={i18n._('What you ask back: {what}', {
          what: kind === 'FYI' ? i18n._('FYI, no answer needed') : chipWords(),
        })}
        className={`x${kind === 'FYI' ? '' : ' soon'}`}
        items={[
          { label: words.FYI, isChosen: kind === 'FYI', run: () => onChange(undefined) },
          { label: i18n._('A reply by a time'), isChosen: kind === 'REPLY', run: () => begin('REPLY') },
          { label: i18n._('An acknowledgement'), isChosen: kind === 'ACKNOWLEDGE', run: () => begin('ACKNOWLEDGE') },
          { label: i18n._('A decision'), isChosen: kind === 'DECIDE', run: () => begin('DECIDE') },
        ]}
      >
        <Glyph kind={value?.timing?.now ? 'urgent' : glyphs[kind]} />
        <span className={kind === 'FYI' ? 'not-s' : undefined}>{chipWords()}</span>
        {kind === 'FYI' && <span className="only-s">{i18n._('FYI')}</span>}
        <Icon name="down" small />
      </MenuButton>
      <Suspense>
        {isOpen && (
          <ExpectationSheet channelId={channelId} value={value} onChange={onChange} onClose={() => setOpen(false)} />
        )}
      </Suspense>
    </>
  );

  function chipWords(): string {
    const by = value?.timing?.by;
    return by
      ? i18n._('{what} by {time}', { what: words[kind], time: dayAndTime(i18n, times, String(by)) })
      : words[kind];
  }
}
