import { CalendarDateTime, fromDate, toCalendarDateTime } from '@internationalized/date';
import { DateField, DateInput, DateSegment, I18nProvider, Label } from 'react-aria-components';
import { useLingui, useTimes } from '../language';

/** A date and a time in the reader's zone, typed or turned part by part; its code comes only when it is opened. */
export function WhenField({
  label,
  instant,
  onInstant,
}: {
  label: string;
  instant: number;
  onInstant: (instant: number) => void;
}) {
  const { i18n } = useLingui();
  const { zone } = useTimes();
  const shown = toCalendarDateTime(fromDate(new Date(instant), zone));
  const value = new CalendarDateTime(shown.year, shown.month, shown.day, shown.hour, shown.minute);
  return (
    <I18nProvider locale={i18n.locale === 'en-XA' ? 'en' : i18n.locale}>
      <DateField
        className="when-field"
        value={value}
        granularity="minute"
        hourCycle={24}
        shouldForceLeadingZeros
        onChange={(next) => next && onInstant(next.toDate(zone).getTime())}
      >
        <Label className="label">{label}</Label>
        <DateInput className="input">{(segment) => <DateSegment segment={segment} />}</DateInput>
      </DateField>
    </I18nProvider>
  );
}
