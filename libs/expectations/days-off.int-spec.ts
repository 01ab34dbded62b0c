import { DomainEvents, UnitOfWork } from '#database';
import { CalendarService, DaysOffService, RecomputeCalendarsHandler } from '#identity';
import type { Actor, Id } from '#kernel';
import { localId } from '#kernel';
import { type AskingHub, askingHub, MONDAY, refused } from '../../test/support/asking-hub.js';
import { testDatabase } from '../../test/support/database.js';

const database = testDatabase();
const HOUR_MS = 3_600_000;

/** What is due counts only working time: holidays, the organisation's days and focus blocks are none. */
describe('days off', () => {
  let hub: AskingHub;
  let ada: Actor;
  let mira: Actor;
  let channelId: Id;
  let days: DaysOffService;

  beforeAll(async () => {
    hub = await askingHub(database);
    days = hub.get(DaysOffService);
  }, 90_000);
  afterAll(() => hub?.close());
  beforeEach(async () => {
    hub.clock.setTo(MONDAY);
    ada = await hub.member('UTC');
    mira = await hub.member('UTC');
    channelId = await hub.channel(ada, [mira]);
  });

  const ask = async (hours: number) => {
    const { post } = await hub.open(ada, channelId, {
      kind: 'REPLY',
      recipientIds: [mira.memberId],
      timing: { withinWorkingHours: hours },
    });
    return post.key;
  };
  const dueOf = async (postId: Id) => (await hub.owed(postId))[0]!.due_at;
  const hoursLater = (hours: number) => new Date(Date.parse(MONDAY) + hours * HOUR_MS).toISOString();

  it('a public holiday of the region is no working day, for what is asked and what was asked', async () => {
    const before = await ask(10);
    expect(await dueOf(before)).toBe('2026-11-24T11:00:00.000Z');
    hub.clock.setTo('2026-12-24T09:00:00.000Z');
    const overChristmas = await ask(10);
    expect(await dueOf(overChristmas)).toBe('2026-12-25T11:00:00.000Z');
    await days.setRegion(mira, 'DE');
    // Friday the 25th is off, then comes the weekend.
    expect(await dueOf(overChristmas)).toBe('2026-12-28T11:00:00.000Z');
    expect(await dueOf(await ask(10))).toBe('2026-12-28T11:00:00.000Z');
    expect((await days.holidays(mira.memberId, 2026)).map(({ name }) => name)).toContain('1. Weihnachtstag');
    await days.setRegion(mira, null);
    expect(await dueOf(overChristmas)).toBe('2026-12-25T11:00:00.000Z');
  });

  it('an unknown region is refused', async () => {
    expect((await refused(days.setRegion(mira, 'ZZ'))).reason).toBe('holidays.unknown_region');
    expect(await days.region(mira.memberId)).toBeNull();
  });

  it("the organisation's own days are off for all, once their calendars are computed anew", async () => {
    const owed = await ask(10);
    await days.addDay(ada, '2026-11-24', 'Moving');
    const recompute = new RecomputeCalendarsHandler(hub.get(UnitOfWork), hub.get(DomainEvents));
    await recompute.handle({ memberIds: [ada.memberId, mira.memberId] });
    expect(await dueOf(owed)).toBe('2026-11-25T11:00:00.000Z');
    expect(await days.holidays(mira.memberId, 2026)).toEqual([
      { from: '2026-11-24', to: '2026-11-24', name: 'Moving' },
    ]);
    expect((await refused(days.addDay(ada, '2026-11-24', 'Again'))).reason).toBe('holidays.day_taken');
    const [day] = await days.organizationDays();
    await days.removeDay(ada, localId('OrganizationDay', day!.id));
    await recompute.handle({ memberIds: [mira.memberId] });
    expect(await dueOf(owed)).toBe('2026-11-24T11:00:00.000Z');
    expect((await refused(days.removeDay(ada, localId('OrganizationDay', day!.id)))).reason).toBe(
      'holidays.day_not_found',
    );
  });

  it('a focus block takes its hours away, holds what would reach its owner, and gives them back', async () => {
    const owed = await ask(4);
    expect(await dueOf(owed)).toBe(hoursLater(4));
    const block = await days.addBlock(mira, hoursLater(1), hoursLater(3), 'Writing');
    expect(await dueOf(owed)).toBe(hoursLater(6));
    hub.clock.setTo(hoursLater(2));
    const during = await ask(1);
    expect((await hub.owed(during))[0]).toMatchObject({ deliver_at: hoursLater(3), due_at: hoursLater(4) });
    const calendar = (await hub.get(CalendarService).of([mira.memberId])).get(mira.memberId)!;
    expect(calendar.focus).toEqual([{ startMs: Date.parse(hoursLater(1)), endMs: Date.parse(hoursLater(3)) }]);
    await days.removeBlock(mira, localId('FocusBlock', block.id));
    expect(await dueOf(owed)).toBe(hoursLater(4));
  });

  it('a focus block is its owner’s alone, in order, short, and to come', async () => {
    expect((await refused(days.addBlock(mira, hoursLater(2), hoursLater(2), null))).reason).toBe('focus.backwards');
    expect((await refused(days.addBlock(mira, hoursLater(1), hoursLater(18), null))).reason).toBe('focus.too_long');
    expect((await refused(days.addBlock(mira, hoursLater(-3), hoursLater(-1), null))).reason).toBe('focus.over');
    const block = await days.addBlock(mira, hoursLater(1), hoursLater(2), ' ');
    expect(block.note).toBeNull();
    expect((await refused(days.removeBlock(ada, localId('FocusBlock', block.id)))).reason).toBe('focus.not_found');
    expect(await days.focusBlocks(mira.memberId)).toEqual([block]);
    hub.clock.setTo(hoursLater(3));
    expect(await days.focusBlocks(mira.memberId)).toEqual([]);
  });
});
