import { createRequire } from 'node:module';
import type { default as Holidays } from 'date-holidays';
import { LRUCache } from 'lru-cache';

const DAY_MS = 86_400_000;
/** One for each region and year that somebody asks for. */
const KEPT_YEARS = 500;

/** A country (`DE`) or a region of one (`DE-BE`), as the library of holidays names them: ISO 3166-1 and 3166-2. */
export type HolidayRegion = string;

export interface Holiday {
  /** First and last local date, both included. */
  from: string;
  to: string;
  name: string;
}

const require = createRequire(import.meta.url);
let loaded: typeof Holidays | undefined;
/** The rules of all countries take 25 MB: only an organisation that uses them pays for them. */
const library = (): typeof Holidays => {
  loaded ??= require('date-holidays') as typeof Holidays;
  return loaded;
};

const years = new LRUCache<string, readonly Holiday[]>({ max: KEPT_YEARS });

/** Whole public holidays of a region in a year, by date; none for a region that is not known. */
export function publicHolidays(region: HolidayRegion, year: number): readonly Holiday[] {
  const key = `${region}:${year}`;
  let found = years.get(key);
  if (!found) {
    found = computed(region, year);
    years.set(key, found);
  }
  return found;
}

function computed(region: HolidayRegion, year: number): Holiday[] {
  const Calendar = library();
  const [country, state] = region.split('-', 2) as [string, string?];
  const holidays = (state ? new Calendar(country, state) : new Calendar(country)).getHolidays(year) ?? [];
  return holidays
    .filter(({ type, date, start, end }) => {
      // A day of which only some hours are off stays a working day.
      return type === 'public' && date.slice(11, 19) === '00:00:00' && end.getTime() - start.getTime() >= DAY_MS - 1;
    })
    .map(({ date, start, end, name }) => {
      const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY_MS));
      const from = date.slice(0, 10);
      return { from, to: isoDate(Date.parse(from) + (days - 1) * DAY_MS), name };
    });
}

const isoDate = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

export interface RegionName {
  region: HolidayRegion;
  name: string;
}

/** Countries whose holidays are known, by name. */
export function holidayCountries(language: string): RegionName[] {
  return named(new (library())().getCountries(language), (code) => code);
}

/** Regions of a country with holidays of their own, by name. */
export function holidayRegionsOf(country: string, language: string): RegionName[] {
  return named(new (library())().getStates(country, language) ?? {}, (code) => `${country}-${code}`);
}

export function isHolidayRegion(region: HolidayRegion): boolean {
  const [country, state] = region.split('-', 2) as [string, string?];
  const known = new (library())();
  if (!Object.hasOwn(known.getCountries(), country)) return false;
  return state === undefined || Object.hasOwn(known.getStates(country) ?? {}, state);
}

const named = (names: Record<string, string>, regionOf: (code: string) => string): RegionName[] =>
  Object.entries(names)
    .map(([code, name]) => ({ region: regionOf(code), name }))
    .sort((a, b) => a.name.localeCompare(b.name));
