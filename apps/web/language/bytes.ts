import type { I18n } from '@lingui/core';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Bytes for reading, in decimal units: "418 GB". */
export function bytesWords(i18n: I18n, bytes: number): string {
  let size = Math.max(0, bytes);
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const format = new Intl.NumberFormat(i18n.locale === 'en-XA' || i18n.locale === 'ar-XB' ? 'en' : i18n.locale, {
    style: 'unit',
    unit: units[unit],
    unitDisplay: unit === 0 ? 'long' : 'short',
    maximumFractionDigits: size < 10 && unit > 0 ? 1 : 0,
  });
  return format.format(size);
}
