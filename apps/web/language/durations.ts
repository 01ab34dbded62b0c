import type { I18n } from '@lingui/core';

const two = (n: number) => String(n).padStart(2, '0');

/** Seconds as a player writes them: 3:42, 1:02:05. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** Seconds in round words for reading: "14 minutes", never less than one. */
export function durationWords(i18n: I18n, seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 90) return i18n._('{minutes, plural, one {# minute} other {# minutes}}', { minutes });
  return i18n._('{hours, plural, one {# hour} other {# hours}}', { hours: Math.round(minutes / 60) });
}

/** What is left until a due time: "5 h 36 min", "3 days". */
export function longDuration(i18n: I18n, seconds: number): string {
  const minutes = Math.max(0, Math.round(seconds / 60));
  if (minutes < 60) return i18n._('{minutes} min', { minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 24) {
    return minutes % 60 === 0
      ? i18n._('{hours} h', { hours })
      : i18n._('{hours} h {minutes} min', { hours, minutes: minutes % 60 });
  }
  return i18n._('{days, plural, one {# day} other {# days}}', { days: Math.round(hours / 24) });
}
