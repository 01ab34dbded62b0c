import { holidayCountries, holidayRegionsOf, isHolidayRegion, publicHolidays } from './public-holidays.js';

const datesOf = (region: string, year: number) => publicHolidays(region, year).map(({ from }) => from);

describe('public holidays', () => {
  it('are the dates on which a country is off, those that move with the moon too', () => {
    expect(datesOf('DE', 2026)).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-25',
      '2026-10-03',
      '2026-12-25',
      '2026-12-26',
    ]);
    expect(datesOf('JP', 2026)).toContain('2026-11-23');
    expect(datesOf('US', 2026)).toContain('2026-11-26');
  });

  it('are more in a region that has some of its own', () => {
    expect(datesOf('DE-BY', 2026)).toEqual(
      expect.arrayContaining([...datesOf('DE', 2026), '2026-01-06', '2026-06-04']),
    );
    expect(datesOf('DE', 2026)).not.toContain('2026-01-06');
  });

  it('may be several days, the last included', () => {
    const long = publicHolidays('TR', 2026).find(({ from, to }) => from !== to);
    expect(long && Date.parse(long.to) > Date.parse(long.from)).toBe(true);
  });

  it('are none where the region is not known', () => {
    expect(publicHolidays('XX', 2026)).toEqual([]);
    expect(isHolidayRegion('XX')).toBe(false);
    expect(isHolidayRegion('DE-XX')).toBe(false);
    expect(isHolidayRegion('constructor')).toBe(false);
    expect(isHolidayRegion('DE-BE')).toBe(true);
  });

  it('names countries and regions in the language asked for, by name', () => {
    const countries = holidayCountries('de');
    expect(countries).toContainEqual({ region: 'DE', name: 'Deutschland' });
    expect(countries.length).toBeGreaterThan(100);
    expect(countries.map(({ name }) => name)).toEqual(
      countries.map(({ name }) => name).sort((a, b) => a.localeCompare(b)),
    );
    expect(holidayRegionsOf('DE', 'de')).toContainEqual({ region: 'DE-BY', name: 'Bayern' });
    expect(holidayRegionsOf('XX', 'de')).toEqual([]);
  });
});
