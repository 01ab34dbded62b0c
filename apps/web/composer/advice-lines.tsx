import { Icon } from '../design';
import { useLingui } from '../language';
import type { Asking, When } from './asking';
import { withoutThoseOutside } from './gate';
import type { Advice, Preview } from './preview-query';

interface Act {
  label: string;
  run: () => void;
}

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
  const isUrgent = asking.choice === 'urgent';
  const withTiming = (when: When) => () => onAsking({ ...asking, choice: isUrgent ? 'reply' : asking.choice, when });
  const kinder = preview.advice.find(({ code }) => code === 'KINDER_TIMING');
  const rest = isUrgent ? withoutThoseOutside(preview) : undefined;

  const actOf = ({ code, suggestedTiming, suggestedRecipientIds: ids }: Advice): Act | undefined => {
    const askThem = (label: string): Act | undefined =>
      ids && onRecipients ? { label, run: () => onRecipients([...ids]) } : undefined;
    switch (code) {
      case 'NO_WORKING_TIME_BEFORE_DUE':
        return kinder
          ? undefined
          : { label: i18n._('Give each a working day'), run: withTiming({ is: 'days', days: 1 }) };
      case 'KINDER_TIMING':
        return { label: i18n._('Ask within one working day'), run: withTiming(whenOf(suggestedTiming)) };
      case 'AWAY':
        return askThem(i18n._('Ask only those who are here'));
      case 'DELEGATE_STANDS_IN':
        return askThem(i18n._('Ask who stands in'));
      case 'OUTSIDE_WORKING_HOURS':
        return rest && onRecipients && { label: i18n._('Leave them out'), run: () => onRecipients(rest) };
      case 'SMALLER_CIRCLE':
        return asking.quorum === 'EACH'
          ? { label: i18n._('Anyone’s answer is enough'), run: () => onAsking({ ...asking, quorum: 'ANY' }) }
          : askThem(i18n._('Ask only those who work now'));
      default:
        return undefined;
    }
  };
  // Who is away is said by the send line already, unless it would interrupt; common hours matter where all decide.
  const isShown: Record<string, boolean> = {
    OUTSIDE_WORKING_HOURS: isUrgent,
    COMMON_HOURS: isUrgent || asking.choice === 'decide',
    NO_COMMON_HOURS: asking.choice === 'decide',
  };
  const shown = preview.advice
    .filter(({ code }) => isShown[code] ?? true)
    .map((advice) => ({ ...advice, act: actOf(advice) }));
  if (shown.length === 0) return null;
  return (
    <ul className="advice">
      {shown.map(({ code, message, act }) => (
        <li key={code} className="hint">
          <Icon name="sunrise" small />
          <span>
            {message}
            {act && (
              <button type="button" className="link" onClick={act.run}>
                {act.label}
              </button>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** A timing that the hub suggests, as the picker holds it. */
function whenOf(timing: Advice['suggestedTiming']): When {
  if (timing?.by) return { is: 'by', at: timing.by };
  if (timing?.workingHours) return { is: 'hours', hours: timing.workingHours };
  return { is: 'days', days: timing?.workingDays ?? 1 };
}
