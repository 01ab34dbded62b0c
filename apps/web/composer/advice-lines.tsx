import { Icon } from '../design';
import { useLingui } from '../language';
import type { Asking } from './asking';
import { withoutThoseOutside } from './gate';
import type { Preview } from './preview-query';

/** What a kind colleague would say, with a button where it can be done at once. */
export function AdviceLines({
  preview,
  asking,
  onAsking,
  onRecipients,
}: {
  preview: Preview;
  asking: Asking;
  onAsking: (next: Asking) => void;
  onRecipients?: (ids: string[]) => void;
}) {
  const { i18n } = useLingui();
  const acts: Record<string, { label: string; run: () => void } | undefined> = {
    NO_WORKING_TIME_BEFORE_DUE: {
      label: i18n._('Give each a working day'),
      run: () => onAsking({ ...asking, when: { is: 'days', days: 1 } }),
    },
    KINDER_TIMING: {
      label: i18n._('Ask within one working day'),
      run: () =>
        onAsking({
          ...asking,
          choice: asking.choice === 'urgent' ? 'reply' : asking.choice,
          when: { is: 'days', days: 1 },
        }),
    },
    SMALLER_CIRCLE:
      asking.quorum === 'EACH'
        ? { label: i18n._('Anyone’s answer is enough'), run: () => onAsking({ ...asking, quorum: 'ANY' }) }
        : undefined,
  };
  const rest = asking.choice === 'urgent' ? withoutThoseOutside(preview) : undefined;
  if (rest && onRecipients) {
    acts.OUTSIDE_WORKING_HOURS = { label: i18n._('Leave them out'), run: () => onRecipients(rest) };
  }
  // Who is away is said by the send line already, unless it would interrupt.
  const shown = preview.advice.filter(({ code }) => code !== 'OUTSIDE_WORKING_HOURS' || asking.choice === 'urgent');
  if (shown.length === 0) return null;
  return (
    <ul className="advice">
      {shown.map(({ code, message }) => (
        <li key={code} className="hint">
          <Icon name="sunrise" small />
          <span>
            {message}
            {acts[code] && (
              <button type="button" className="link" onClick={acts[code].run}>
                {acts[code].label}
              </button>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
