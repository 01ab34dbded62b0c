import type { I18n } from '@lingui/core';
import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import { useZone } from './zone';

const DAY_MS = 86_400_000;

/** Writes instants for one reader: their language, their zone. Instants are the API's ISO texts or milliseconds. */
export class Times {
  private readonly formats = new Map<string, Intl.DateTimeFormat>();

  constructor(
    private readonly i18n: I18n,
    readonly zone: string,
    /** The reader's, best first: `en-GB` writes days and months in another order than `en-US`. */
    private readonly languages: readonly string[] = [],
  ) {}

  /** 16:00 */
  clock(instant: string | number, zone = this.zone): string {
    return this.format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, zone).format(new Date(instant));
  }

  /** When something came, as short as it can be said: 08:52 today, Fri this week, 14 Oct, 14 Oct 2025. */
  since(instant: string | number, now = Date.now()): string {
    const days = this.daysBetween(instant, now);
    if (days === 0) return this.clock(instant);
    if (days > 0 && days < 7) return this.weekday(instant);
    return this.date(instant, now);
  }

  /** When something is due: 16:00 today, "tomorrow 12:00", "Wed 16:00", "14 Oct". */
  due(instant: string | number, now = Date.now()): string {
    const days = -this.daysBetween(instant, now);
    if (days === 0) return this.clock(instant);
    if (days === 1) return this.i18n._('tomorrow {time}', { time: this.clock(instant) });
    if (days > 1 && days < 7) return `${this.weekday(instant)} ${this.clock(instant)}`;
    return this.date(instant, now);
  }

  /** Fri */
  weekday(instant: string | number, zone = this.zone): string {
    return this.format({ weekday: 'short' }, zone).format(new Date(instant));
  }

  /** 14 Oct, with the year where it is another one. */
  date(instant: string | number, now = Date.now()): string {
    const sameYear = this.dayOf(instant).slice(0, 4) === this.dayOf(now).slice(0, 4);
    return this.format({ day: 'numeric', month: 'short', year: sameYear ? undefined : 'numeric' }).format(
      new Date(instant),
    );
  }

  /** A calendar date, 2026-10-14, which is the same day in every zone: 14 Oct. */
  day(localDate: string, now = Date.now()): string {
    const year = localDate.slice(0, 4) === this.dayOf(now).slice(0, 4) ? undefined : 'numeric';
    return this.format({ day: 'numeric', month: 'short', year }, 'UTC').format(new Date(localDate));
  }

  /** Friday, 14 October at 16:00: for titles and screen readers. */
  full(instant: string | number, zone = this.zone): string {
    return this.format({ dateStyle: 'full', timeStyle: 'short' }, zone).format(new Date(instant));
  }

  /** Whole local days from `instant` to `now`: 0 is today, 1 yesterday, -1 tomorrow. */
  daysBetween(instant: string | number, now = Date.now()): number {
    return Math.round((Date.parse(this.dayOf(now)) - Date.parse(this.dayOf(instant))) / DAY_MS);
  }

  /** The local date, 2026-11-23. */
  dayOf(instant: string | number, zone = this.zone): string {
    return this.format({ year: 'numeric', month: '2-digit', day: '2-digit' }, zone, 'en-CA').format(new Date(instant));
  }

  /** "Jonas, Yuki and Leila" */
  list(names: string[]): string {
    return new Intl.ListFormat(this.locale, { type: 'conjunction' }).format(names);
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.locale).format(value);
  }

  /** The place in a zone's name: Berlin. */
  place(zone = this.zone): string {
    return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
  }

  private get locale() {
    const language = this.i18n.locale === 'en-XA' || this.i18n.locale === 'ar-XB' ? 'en' : this.i18n.locale;
    return this.languages.find((tag) => tag.split('-')[0] === language) ?? language;
  }

  /** Making a format costs more than using it a hundred times. */
  private format(options: Intl.DateTimeFormatOptions, zone = this.zone, locale = this.locale): Intl.DateTimeFormat {
    const key = `${locale} ${zone} ${JSON.stringify(options)}`;
    let format = this.formats.get(key);
    if (!format) {
      format = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
      this.formats.set(key, format);
    }
    return format;
  }
}

export function useTimes(): Times {
  const { i18n } = useLingui();
  const zone = useZone();
  const locale = i18n.locale;
  // The language is part of what is remembered: i18n itself stays the same object.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  return useMemo(() => new Times(i18n, zone, navigator.languages), [i18n, locale, zone]);
}
