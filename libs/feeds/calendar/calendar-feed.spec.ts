import fc from 'fast-check';
import ICAL from 'ical.js';
import { newId } from '#kernel';
import { type Weekday, type WorkingInterval, weekdays, workingSpans } from '#working-time';
import { type CalendarFacts, calendarFeed, type DueItem } from './calendar-feed.js';

const now = new Date('2026-11-23T09:00:00.000Z');
const nineToFive: WorkingInterval[] = weekdays
  .slice(0, 5)
  .map((day) => ({ day, startMinute: 9 * 60, endMinute: 17 * 60 }));

const facts = (changes: Partial<CalendarFacts> = {}): CalendarFacts => ({
  organization: 'Orchard',
  publicUrl: 'https://hub.example:8443',
  memberId: newId(),
  name: 'Mira',
  timeZone: 'Europe/Berlin',
  week: nineToFive,
  hoursSince: '2026-03-01T10:00:00.000Z',
  daysOff: [],
  due: [],
  now,
  ...changes,
});

const dueItem = (changes: Partial<DueItem> = {}): DueItem => ({
  id: newId(),
  kind: 'REPLY',
  status: 'OPEN',
  createdAt: '2026-11-20T09:00:00.000Z',
  dueAt: '2026-11-24T16:00:00.000Z',
  acknowledgedAt: null,
  promisedAt: null,
  closedAt: null,
  changedAt: '2026-11-21T09:00:00.000Z',
  changes: 2,
  threadId: newId(),
  postId: newId(),
  title: 'Which colour?',
  channel: 'Design',
  author: 'Otto',
  excerpt: 'Blue, or green; what do you think?',
  ...changes,
});

const parsed = (text: string) => new ICAL.Component(ICAL.parse(text) as never);
const texts = (component: InstanceType<typeof ICAL.Component>, ...names: string[]) =>
  names.map((name) => String(component.getFirstPropertyValue(name)));

describe('a calendar feed', () => {
  it('has what is due as something to do', () => {
    const item = dueItem({ promisedAt: '2026-11-24T12:00:00.000Z', acknowledgedAt: '2026-11-23T09:00:00.000Z' });
    const todo = parsed(calendarFeed(facts({ due: [item] }))).getFirstSubcomponent('vtodo')!;
    expect(texts(todo, 'uid', 'summary', 'due', 'status', 'sequence', 'last-modified')).toEqual([
      `rsp_${item.id}@hub.example`,
      'Reply: Which colour?',
      '2026-11-24T16:00:00Z',
      'IN-PROCESS',
      '2',
      '2026-11-21T09:00:00Z',
    ]);
    const address = `https://hub.example:8443/t/thr_${item.threadId}?post=pst_${item.postId}`;
    expect(texts(todo, 'url', 'description')).toEqual([
      address,
      `Otto asks in Design.\n\n${item.excerpt}\n\nYou promised it by Tue 24 Nov, 13:00.\n\n${address}`,
    ]);
  });

  it.each([
    [{ status: 'OPEN' }, 'NEEDS-ACTION'],
    [{ status: 'FULFILLED', closedAt: '2026-11-22T09:00:00.000Z' }, 'COMPLETED'],
    [{ status: 'DECLINED' }, 'CANCELLED'],
    [{ status: 'WITHDRAWN' }, 'CANCELLED'],
  ] as const)('tells how far it is: %j', (changes, status) => {
    const todo = parsed(calendarFeed(facts({ due: [dueItem(changes)] }))).getFirstSubcomponent('vtodo')!;
    expect(texts(todo, 'status')).toEqual([status]);
  });

  it('has days off as whole days, up to the day after the last one', () => {
    const id = newId(Date.parse('2026-11-01T08:00:00Z'));
    const daysOff = [{ id, from: '2026-12-30', to: '2026-12-31', note: 'Snow, and books' }];
    const event = parsed(calendarFeed(facts({ daysOff }))).getFirstSubcomponent('vevent')!;
    expect(texts(event, 'dtstart', 'dtend', 'summary', 'transp')).toEqual([
      '2026-12-30',
      '2027-01-01',
      'Away: Snow, and books',
      'OPAQUE',
    ]);
    expect((event.getFirstPropertyValue('dtstart') as InstanceType<typeof ICAL.Time>).isDate).toBe(true);
  });

  it('is the same for the same facts', () => {
    const same = facts({ due: [dueItem()] });
    expect(calendarFeed({ ...same, now: new Date(now.getTime() + 60_000) })).toBe(calendarFeed(same));
  });

  it('is told by titles that try to be something else', () => {
    const title = 'Hi\r\nEND:VTODO\r\nBEGIN:VEVENT;,\\';
    const calendar = parsed(calendarFeed(facts({ due: [dueItem({ title })] })));
    expect(calendar.getAllSubcomponents('vevent')).toEqual([]);
    expect(texts(calendar.getFirstSubcomponent('vtodo')!, 'summary')).toEqual([
      'Reply: Hi\nEND:VTODO\nBEGIN:VEVENT;,\\',
    ]);
  });
});

const DAY_MS = 86_400_000;
/** What another's hand makes of the working hours between two instants, in milliseconds. */
function spansRead(text: string, fromMs: number, toMs: number): [number, number][] {
  const calendar = parsed(text);
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone')!);
  const inZone = (time: InstanceType<typeof ICAL.Time>): number => {
    const one = time.clone();
    one.zone = zone;
    return one.toUnixTime() * 1000;
  };
  const spans: [number, number][] = [];
  for (const part of calendar.getFirstSubcomponent('vavailability')!.getAllSubcomponents('available')) {
    const start = part.getFirstPropertyValue('dtstart') as InstanceType<typeof ICAL.Time>;
    const end = part.getFirstPropertyValue('dtend') as InstanceType<typeof ICAL.Time>;
    const rule = part.getFirstPropertyValue('rrule') as InstanceType<typeof ICAL.Recur>;
    const length = end.subtractDateTz(start);
    const all = rule.iterator(start);
    for (let next = all.next(); next; next = all.next()) {
      const [startMs, after] = [inZone(next), next.clone()];
      if (startMs > toMs + 2 * DAY_MS) break;
      after.addDuration(length);
      spans.push([startMs, inZone(after)]);
    }
  }
  return spans.filter(([startMs, endMs]) => startMs >= fromMs && endMs <= toMs).sort(([one], [other]) => one - other);
}

describe('working hours in a calendar', () => {
  const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'Australia/Lord_Howe', 'UTC'];
  // Away from the hours at which clocks change: what a gap does there, calendars and the hub say in words of their own.
  const interval = fc.record({
    startMinute: fc.integer({ min: 300, max: 700 }),
    length: fc.integer({ min: 1, max: 700 }),
  });

  it('mean the same instants as in the hub, all year round', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.uniqueArray(fc.constantFrom<Weekday>(...weekdays), { minLength: 1 }),
        fc.array(interval, { minLength: 1, maxLength: 1 }),
        (timeZone, days, intervals) => {
          const week = days.flatMap((day) =>
            intervals.map(({ startMinute, length }) => ({ day, startMinute, endMinute: startMinute + length })),
          );
          const [fromMs, toMs] = [Date.UTC(2026, 2, 2), Date.UTC(2027, 4, 1)];
          const ours = [...workingSpans({ timeZone, week, daysOff: [] }, fromMs, toMs)]
            .filter(({ startMs, endMs }) => startMs > fromMs && endMs < toMs)
            .map(({ startMs, endMs }) => [startMs, endMs]);
          expect(spansRead(calendarFeed(facts({ timeZone, week })), fromMs + 1, toMs - 1)).toEqual(ours);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('go past midnight, and to it', () => {
    const week: WorkingInterval[] = [
      { day: 'MONDAY', startMinute: 22 * 60, endMinute: 6 * 60 },
      { day: 'WEDNESDAY', startMinute: 18 * 60, endMinute: 24 * 60 },
    ];
    const fromMs = Date.parse('2026-11-22T23:00:00Z');
    expect(spansRead(calendarFeed(facts({ week })), fromMs, fromMs + 7 * DAY_MS)).toEqual([
      [Date.parse('2026-11-23T21:00:00Z'), Date.parse('2026-11-24T05:00:00Z')],
      [Date.parse('2026-11-25T17:00:00Z'), Date.parse('2026-11-25T23:00:00Z')],
    ]);
  });

  it('say that nobody works where no hours are set', () => {
    const available = parsed(calendarFeed(facts({ week: [] }))).getFirstSubcomponent('vavailability')!;
    expect(available.getAllSubcomponents('available')).toEqual([]);
    expect(texts(available, 'busytype')).toEqual(['BUSY-UNAVAILABLE']);
  });
});
