import { Glyph } from '../design';
import { useLingui, useTimes } from '../language';
import { partLeft } from './groups';

interface Asked {
  kind: 'FYI' | 'ACKNOWLEDGE' | 'REPLY' | 'DECIDE';
  isUrgent: boolean;
  deliverAt: string;
  dueAt: string | null;
  promisedAt: string | null;
  overdue: boolean;
}

const glyphs = { FYI: 'fyi', ACKNOWLEDGE: 'acknowledge', REPLY: 'due', DECIDE: 'decide' } as const;

/** What is asked and until when, as a shape and words. Filled when it is due today. */
export function ExpectationChip({ asked }: { asked: Asked }) {
  const { i18n } = useLingui();
  const times = useTimes();
  const now = Date.now();
  if (asked.isUrgent) {
    return (
      <span className="x urgent">
        <Glyph kind="urgent" />
        {i18n._('Urgent')}
      </span>
    );
  }
  const due = asked.promisedAt ?? asked.dueAt;
  const isToday = due !== null && times.daysBetween(due, now) >= 0;
  return (
    <span className={`x${due ? (isToday ? ' soon' : ' due') : ''}`} title={due ? times.full(due) : undefined}>
      <Glyph
        kind={due && asked.kind !== 'DECIDE' ? 'due' : glyphs[asked.kind]}
        left={due ? partLeft(asked.deliverAt, due, now) : 1}
      />
      {words()}
    </span>
  );

  function words(): string {
    if (!due) {
      if (asked.kind === 'ACKNOWLEDGE') return i18n._('Acknowledge');
      return asked.kind === 'DECIDE' ? i18n._('Decide') : i18n._('Reply when you can');
    }
    const time = asked.overdue ? times.since(due, now) : times.due(due, now);
    if (asked.overdue) return i18n._('Was due {time}', { time });
    if (asked.promisedAt) return i18n._('Promised for {time}', { time });
    if (asked.kind === 'ACKNOWLEDGE') return i18n._('Acknowledge by {time}', { time });
    return asked.kind === 'DECIDE' ? i18n._('Decide by {time}', { time }) : i18n._('Reply by {time}', { time });
  }
}
