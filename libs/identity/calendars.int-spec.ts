import { DomainEvents, UnitOfWork } from '#database';
import type { Actor } from '#kernel';
import { globalId, localId, newId } from '#kernel';
import type { WorkingInterval } from '#working-time';
import { refusalOf } from '../../test/support/channel-hub.js';
import { testDatabase } from '../../test/support/database.js';
import { type IdentityHub, identityHub } from '../../test/support/identity-hub.js';
import { AbsenceService } from './absence.service.js';
import { CalendarService } from './calendar.service.js';
import { CalendarChanged } from './identity.events.js';
import { MemberResolver } from './member.resolver.js';
import { MemberDirectory } from './member-directory.js';
import { MemberVerbsResolver } from './member-verbs.resolver.js';
import { MembershipChanges } from './membership-changes.service.js';

describe("people's calendars", () => {
  const database = testDatabase({ entities: [] });
  const heard: string[] = [];
  let refuses = false;
  let hub: IdentityHub;
  let ada: Actor;
  let ben: Actor;

  beforeAll(async () => {
    hub = await identityHub(database);
    ada = await hub.setUp();
    ben = await hub.join(ada, 'MEMBER', 'ben');
    hub.get(DomainEvents).onBeforeCommit(CalendarChanged, ({ memberId }) => {
      if (refuses) throw new Error('not like this');
      heard.push(memberId);
    });
  });
  afterAll(() => hub.close());
  beforeEach(() => {
    heard.length = 0;
    refuses = false;
  });

  const verbs = (): MemberVerbsResolver => hub.get(MemberVerbsResolver);
  const entry = async (actor: Actor) => (await hub.get(MemberDirectory).find(actor.memberId))!;
  const absencesOf = async (actor: Actor) =>
    hub.get(MemberResolver).absences(await entry(actor), {}, hub.contextOf(actor));
  const remove = (actor: Actor, absenceId: string) => verbs().removeAbsence(actor, { absenceId });
  const add = async (actor: Actor, given: { from: string; to: string; note?: string; delegateId?: string }) =>
    (await verbs().addAbsence(actor, given)).absence as {
      id: string;
      delegate: { id: string } | null;
      note: string | null;
    };

  describe('working hours', () => {
    const nights = { timeZone: 'Asia/Kolkata', week: [{ day: 'MONDAY', start: '22:00', end: '06:00' }] as const };

    it('are changed by their owner; everyone is told in the same transaction', async () => {
      const { member } = await verbs().updateWorkingHours(ben, { ...nights, week: [...nights.week] });
      expect(member).toMatchObject({ handle: 'ben', timeZone: 'Asia/Kolkata' });
      expect(hub.get(MemberResolver).workingHours(await entry(ben))).toEqual(nights);
      expect(heard).toEqual([ben.memberId]);
      expect(await hub.audited('member.hours_changed')).toEqual(['Asia/Kolkata']);
    });

    it('stay as they were, for readers too, where what follows from them fails', async () => {
      const before = await entry(ben);
      refuses = true;
      const week: WorkingInterval[] = [{ day: 'SUNDAY', startMinute: 0, endMinute: 1440 }];
      await expect(hub.get(CalendarService).updateHours(ben, 'Europe/Paris', week)).rejects.toThrow('not like this');
      expect(await entry(ben)).toEqual(before);
      expect((await hub.get(CalendarService).of([ben.memberId])).get(ben.memberId)).toMatchObject({
        timeZone: before.timeZone,
        week: before.week,
      });
      expect(await hub.audited('member.hours_changed')).toEqual(['Asia/Kolkata']);
    });

    it('say whether it is working time and when it is next', async () => {
      const resolver = hub.get(MemberResolver);
      const [context, member] = [hub.contextOf(ada), await entry(ben)];
      // Monday, 22:00 in India is 16:30 in UTC.
      hub.clock.setTo('2026-11-23T16:29:59.999Z');
      expect(await resolver.isWorkingTime(member, {}, context)).toBe(false);
      expect(await resolver.nextWorkingTime(member, {}, context)).toBe('2026-11-23T16:30:00.000Z');
      hub.clock.setTo('2026-11-23T16:30:00.000Z');
      expect(await resolver.isWorkingTime(member, {}, context)).toBe(true);
      await verbs().updateWorkingHours(ben, { timeZone: 'Asia/Kolkata', week: [] });
      expect(await resolver.nextWorkingTime(await entry(ben), {}, hub.contextOf(ada))).toBeNull();
    });
  });

  describe('absences', () => {
    it('are added and removed by their owner; each time everyone is told', async () => {
      const absence = await add(ben, {
        from: '2026-12-21',
        to: '2027-01-02',
        note: '  At sea ',
        delegateId: globalId('Member', ada.memberId),
      });
      expect(absence).toMatchObject({
        from: '2026-12-21',
        to: '2027-01-02',
        note: 'At sea',
        delegate: { handle: 'ada' },
      });
      expect(await absencesOf(ben)).toEqual([absence]);
      expect(await absencesOf(ada)).toEqual([]);
      const calendar = (await hub.get(CalendarService).of([ben.memberId])).get(ben.memberId)!;
      expect(calendar.daysOff).toEqual([{ from: '2026-12-21', to: '2027-01-02' }]);
      expect(await hub.get(AbsenceService).find(localId('Absence', absence.id)!)).toEqual(absence);

      expect(await refusalOf(remove(ada, absence.id))).toBe('absence.not_found');
      expect((await remove(ben, absence.id)).member).toMatchObject({ handle: 'ben' });
      expect(await absencesOf(ben)).toEqual([]);
      expect(await refusalOf(remove(ben, absence.id))).toBe('absence.not_found');
      expect(await refusalOf(remove(ben, 'nonsense'))).toBe('absence.not_found');
      expect(heard).toEqual([ben.memberId, ben.memberId]);
      expect(await hub.audited('absence.added')).toEqual(['2026-12-21 to 2027-01-02']);
      expect(await hub.audited('absence.removed')).toEqual(['2026-12-21 to 2027-01-02']);
    });

    it('are listed by their days, for many people at once', async () => {
      const later = await add(ben, { from: '2027-03-01', to: '2027-03-01' });
      const sooner = await add(ben, { from: '2027-02-01', to: '2027-02-03', note: '' });
      const adas = await add(ada, { from: '2027-02-02', to: '2027-02-02' });
      const loader = hub.get(AbsenceService).loader(hub.contextOf(ada));
      const [ofBen, ofAda] = await loader.loadMany([ben.memberId, ada.memberId]);
      expect(ofBen).toEqual([sooner, later]);
      expect(ofAda).toEqual([adas]);
      expect(sooner.note).toBeNull();
    });

    it('run forwards, and somebody else who is here stands in', async () => {
      const days = { from: '2027-04-02', to: '2027-04-01' };
      const oneDay = { from: '2027-04-01', to: '2027-04-01' };
      expect(await refusalOf(add(ben, days))).toBe('absence.backwards');
      expect(await refusalOf(add(ben, { ...oneDay, delegateId: globalId('Member', ben.memberId) }))).toBe(
        'absence.delegate_is_oneself',
      );
      expect(await refusalOf(add(ben, { ...oneDay, delegateId: globalId('Member', newId()) }))).toBe(
        'member.not_found',
      );
      expect(await refusalOf(add(ben, { ...oneDay, delegateId: globalId('Channel', newId()) }))).toBe(
        'input.not_an_id',
      );
      const gone = await hub.join(ada);
      await hub.get(MembershipChanges).deactivate(ada, gone.memberId);
      expect(await refusalOf(add(ben, { ...oneDay, delegateId: globalId('Member', gone.memberId) }))).toBe(
        'absence.delegate_has_left',
      );
    });

    it('are at most 500 of one person', async () => {
      const { memberId, ...rest } = await hub.join(ada);
      await database.dataSource.query(
        `insert into absences (id, member_id, from_date, to_date)
         select gen_random_uuid(), $1, date '2000-01-01' + n, date '2000-01-01' + n from generate_series(1, 499) n`,
        [memberId],
      );
      const actor = { ...rest, memberId };
      const last = await add(actor, { from: '2027-05-01', to: '2027-05-01' });
      expect(await refusalOf(add(actor, { from: '2027-05-02', to: '2027-05-02' }))).toBe('absence.too_many');
      await remove(actor, last.id);
      expect(await refusalOf(add(actor, { from: '2027-05-02', to: '2027-05-02' }))).toBe('not refused');
    });
  });

  it('are told about after the commit only where there was one', async () => {
    const after: string[] = [];
    hub.get(DomainEvents).on(CalendarChanged, ({ memberId }) => {
      after.push(memberId);
    });
    const undone = hub.get(UnitOfWork).run(async () => {
      await hub.get(CalendarService).updateHours(ada, 'Europe/Paris', []);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(after).toEqual([]);
    expect(await entry(ada)).toMatchObject({ timeZone: 'Europe/Berlin' });
  });
});
