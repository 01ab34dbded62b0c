import fc from 'fast-check';
import { isWorkingTime, type WorkingCalendar, weekdays } from '#working-time';
import {
  type DeliveryEvent,
  type DeliveryRecipient,
  decideDelivery,
  deliveryKinds,
  deliveryRules,
} from './decision.js';
import { decisionCases } from './decision-cases.js';
import { decisionOf, decisionText } from './decision-example.js';

describe('the delivery decision', () => {
  it.each(decisionCases.map((one) => [`${one.kind} ${one.what}`, one] as const))('%s', (_, one) => {
    expect(decisionText(decisionOf(one))).toBe(one.expected);
  });

  it('has an example of each rule and each kind', () => {
    expect(deliveryRules.filter((rule) => !decisionCases.some(({ expected }) => expected.endsWith(rule)))).toEqual([]);
    expect(deliveryKinds.filter((kind) => !decisionCases.some((one) => one.kind === kind))).toEqual([]);
  });
});

const FROM = Date.UTC(2026, 0, 1);
const HOUR = 3_600_000;
const instant = fc.integer({ min: 0, max: 365 * 24 * 4 }).map((quarter) => FROM + quarter * (HOUR / 4));
const kinds = fc.subarray([...deliveryKinds]);

const calendar: fc.Arbitrary<WorkingCalendar> = fc.record({
  timeZone: fc.constantFrom('Europe/Berlin', 'Asia/Tokyo', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'),
  week: fc.array(
    fc.record({
      day: fc.constantFrom(...weekdays),
      startMinute: fc.integer({ min: 0, max: 47 }).map((half) => half * 30),
      endMinute: fc.integer({ min: 1, max: 48 }).map((half) => half * 30),
    }),
    { maxLength: 6 },
  ),
  daysOff: fc.constantFrom([], [{ from: '2026-03-01', to: '2026-05-15' }], [{ from: '2026-10-24', to: '2026-10-26' }]),
  focus: fc.array(
    fc.tuple(instant, fc.integer({ min: 1, max: 40 })).map(([startMs, n]) => ({ startMs, endMs: startMs + n * HOUR })),
    { maxLength: 3 },
  ),
});

const situation = fc.record({
  event: fc.record({
    kind: fc.constantFrom(...deliveryKinds),
    atMs: instant,
    notBeforeMs: fc.option(instant),
    uselessFromMs: fc.option(instant),
    isOwn: fc.boolean(),
    isSettled: fc.boolean(),
    isRead: fc.boolean(),
  }) satisfies fc.Arbitrary<DeliveryEvent>,
  recipient: fc.record({
    calendar,
    settings: fc.record({
      batchHours: fc.option(fc.integer({ min: 1, max: 8 })),
      emailFor: kinds,
      pushFor: kinds,
      webhookFor: kinds,
      urgentMayInterrupt: fc.boolean(),
    }),
    involvement: fc.constantFrom('FOLLOWING', 'DIGEST', 'MUTED'),
    mayRead: fc.boolean(),
    nextDigestMs: fc.option(instant),
    digestIsMailed: fc.boolean(),
  }) satisfies fc.Arbitrary<DeliveryRecipient>,
  agreement: fc.record({ urgentAllowed: fc.boolean() }),
  nowMs: instant,
});

/** Most of the chances that something happens at all are left in. */
const lively = situation.map(({ event, recipient, ...rest }) => ({
  event: { ...event, isOwn: false, isSettled: false },
  recipient: { ...recipient, mayRead: true },
  ...rest,
}));

const holds = (property: (one: Parameters<typeof decideDelivery>) => void) =>
  fc.assert(
    fc.property(fc.oneof(situation, lively), ({ event, recipient, agreement, nowMs }) =>
      property([event, recipient, agreement, nowMs]),
    ),
    { numRuns: 1_500 },
  );

describe('every delivery decision', () => {
  it('lands in working time, unless it is urgent and may interrupt', () => {
    holds((one) => {
      const [event, { calendar, settings }, { urgentAllowed }] = one;
      const { atMs } = decideDelivery(...one);
      if (atMs === null) return;
      const interrupts = event.kind === 'URGENT' && settings.urgentMayInterrupt && urgentAllowed;
      expect(interrupts || isWorkingTime(calendar, atMs)).toBe(true);
    });
  });

  it('is never in the past, and NOW is now', () => {
    holds((one) => {
      const { when, atMs } = decideDelivery(...one);
      if (atMs !== null) expect(atMs).toBeGreaterThanOrEqual(one[3]);
      expect(when === 'NOW').toBe(atMs === one[3]);
    });
  });

  it('is kept: asked again at the instant that it named, it is NOW', () => {
    holds((one) => {
      const [event, recipient, agreement] = one;
      const { atMs } = decideDelivery(...one);
      if (atMs !== null) expect(decideDelivery(event, recipient, agreement, atMs)).toMatchObject({ when: 'NOW', atMs });
    });
  });

  it('knocks by mail, push or webhook only as chosen, and always shows in the hub what it delivers', () => {
    holds((one) => {
      const [{ kind }, { settings }] = one;
      const { atMs, routes } = decideDelivery(...one);
      expect(routes.includes('IN_APP')).toBe(atMs !== null);
      if (routes.includes('EMAIL')) expect(settings.emailFor).toContain(kind);
      if (routes.includes('PUSH')) expect(settings.pushFor).toContain(kind);
      if (routes.includes('WEBHOOK')) expect(settings.webhookFor).toContain(kind);
      // Nothing is mailed twice.
      const isMailedTwice = routes.includes('DIGEST') && routes.includes('EMAIL') && one[1].digestIsMailed;
      expect(isMailedTwice || (routes.includes('DIGEST') && routes.includes('PUSH'))).toBe(false);
    });
  });

  it('brings what is owed whatever the involvement, and nothing else out of what is muted', () => {
    holds((one) => {
      const [event, recipient, agreement, nowMs] = one;
      const decided = decideDelivery(...one);
      const followed = decideDelivery(event, { ...recipient, involvement: 'FOLLOWING' }, agreement, nowMs);
      if (['ASKED', 'URGENT', 'REMINDER', 'ANSWERED', 'DUE_MOVED'].includes(event.kind))
        expect(decided).toEqual(followed);
      else if (recipient.involvement !== 'FOLLOWING') expect(decided.atMs).toBeNull();
    });
  });

  it('does not come before an expected response may, nor after it is of no use', () => {
    holds((one) => {
      const [{ kind, notBeforeMs, uselessFromMs }] = one;
      const { atMs } = decideDelivery(...one);
      if (atMs === null) return;
      if (uselessFromMs && kind !== 'URGENT') expect(atMs).toBeLessThan(uselessFromMs);
      if (notBeforeMs && kind !== 'URGENT') expect(atMs).toBeGreaterThanOrEqual(notBeforeMs);
    });
  });
});
