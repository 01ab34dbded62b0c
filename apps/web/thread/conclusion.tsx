import { Icon } from '../design';
import { useLingui, useTimes } from '../language';
import { Prose } from '../posts';
import type { ThreadNow } from './fragments';

/** What came of it, above everything else. */
export function Conclusion({ thread, onReopen }: { thread: ThreadNow; onReopen: () => void }) {
  const { i18n } = useLingui();
  const times = useTimes();
  const { conclusion } = thread;
  if (!conclusion) return null;
  return (
    <section className="conclusion" aria-label={i18n._('Conclusion')}>
      <Icon name="check" />
      <div>
        <Prose markdown={conclusion.summary} />
        <small>
          {i18n._('Concluded by {name}, {time}', {
            name: conclusion.concludedBy.name,
            time: times.since(conclusion.concludedAt),
          })}
        </small>
      </div>
      <button type="button" className="btn bare" onClick={onReopen}>
        {i18n._('Reopen')}
      </button>
    </section>
  );
}
