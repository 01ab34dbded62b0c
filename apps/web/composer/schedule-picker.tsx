import { lazy, Suspense, useState } from 'react';
import { useLingui, useTimes } from '../language';
import { nextMornings } from './quick-picks';

const WhenField = lazy(() => import('./when-field').then(({ WhenField }) => ({ default: WhenField })));

/** Any date and time to send it at. */
export function SchedulePicker({
  publishAt,
  now,
  onDone,
}: {
  publishAt?: string;
  now: number;
  onDone: (publishAt: string) => void;
}) {
  const { i18n } = useLingui();
  const times = useTimes();
  const [at, setAt] = useState(publishAt ? Date.parse(publishAt) : nextMornings(now, times.zone)[0]!);
  const isPast = at <= now;
  return (
    <>
      <Suspense fallback={<span className="input" />}>
        <WhenField
          label={i18n._('Date and time in {place}', { place: times.place() })}
          instant={at}
          onInstant={setAt}
        />
      </Suspense>
      <p className={isPast ? 'wrong' : 'hint-line'} role="status">
        {isPast ? i18n._('This time is over: give one that is still to come.') : times.full(at)}
      </p>
      <footer>
        <button
          type="button"
          className="btn primary"
          disabled={isPast}
          onClick={() => onDone(new Date(at).toISOString())}
        >
          {i18n._('Send it then')}
        </button>
      </footer>
    </>
  );
}
