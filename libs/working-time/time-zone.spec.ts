import { allZones } from './calendars.contract.js';
import { isTimeZone } from './time-zone.js';

describe('time zones', () => {
  it('are those that the runtime knows', () => {
    expect(allZones.filter((zone) => !isTimeZone(zone))).toEqual([]);
  });

  it.each(['UTC', 'Asia/Kolkata', 'Asia/Calcutta', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5', 'US/Pacific'])(
    'takes %s',
    (name) => expect(isTimeZone(name)).toBe(true),
  );

  it.each(['', '+01:00', '-05', 'UTC+1', 'Berlin', 'Europe/Berlin ', 'Mars/Olympus', '../etc/passwd', 'A'.repeat(500)])(
    'refuses %j',
    (name) => {
      expect(isTimeZone(name)).toBe(false);
      expect(isTimeZone(name)).toBe(false);
    },
  );

  it('stays right when more names are asked for than it keeps', () => {
    for (let i = 0; i < 2_500; i++) expect(isTimeZone(`Nowhere/Place${i}`)).toBe(false);
    expect(isTimeZone('Europe/Berlin')).toBe(true);
  });
});
