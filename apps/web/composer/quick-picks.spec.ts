import fc from 'fast-check';
import { localAt } from '../zones';
import { quickPicks, workdaysOf } from './quick-picks';

const at = (now: string, zone = 'Europe/Berlin', workdays?: ReadonlySet<number>) =>
  quickPicks(Date.parse(now), zone, workdays).map((pick) => {
    const { date, time } = localAt(pick, zone);
    return `${date} ${time}`;
  });

describe('quick picks', () => {
  it('are tomorrow, the day after and the end of the week', () => {
    expect(at('2026-11-23T09:31:00Z')).toEqual(['2026-11-24 12:00', '2026-11-25 16:00', '2026-11-27 16:00']);
  });
  it('jump over a weekend', () => {
    expect(at('2026-11-26T09:00:00Z')).toEqual(['2026-11-27 12:00', '2026-11-30 16:00', '2026-12-04 16:00']);
    expect(at('2026-11-27T09:00:00Z')).toEqual(['2026-11-30 12:00', '2026-12-01 16:00', '2026-12-04 16:00']);
  });
  it('follow the reader’s own week', () => {
    const week = workdaysOf([{ day: 'SUNDAY' }, { day: 'MONDAY' }, { day: 'TUESDAY' }, { day: 'WEDNESDAY' }]);
    expect(at('2026-11-25T09:00:00Z', 'Asia/Riyadh', week)).toEqual([
      '2026-11-29 12:00',
      '2026-11-30 16:00',
      '2026-12-02 16:00',
    ]);
  });
  it('are always to come, in order, and different', () => {
    const days = fc.uniqueArray(fc.nat(6), { maxLength: 7 });
    fc.assert(
      fc.property(fc.integer({ min: 1.7e12, max: 1.9e12 }), days, (now, week) => {
        const picks = quickPicks(now, 'America/New_York', new Set(week));
        return picks[0]! > now && picks[0]! < picks[1]! && picks[1]! < picks[2]!;
      }),
    );
  });
});
