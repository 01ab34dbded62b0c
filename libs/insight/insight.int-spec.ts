import { MemberDirectory } from '#identity';
import type { Actor } from '#kernel';
import { type AskingHub, askingHub, refused } from '../../test/support/asking-hub.js';
import { testDatabase } from '../../test/support/database.js';
import { BalanceService } from './balance.service.js';
import { OrganizationInsightService } from './organization-insight.service.js';

const database = testDatabase();
const urgent = {
  now: { needsImmediateResponse: true, respectsTheirTime: true, reason: 'The shop is down for everybody.' },
};

describe('insight', () => {
  let hub: AskingHub;

  beforeAll(async () => {
    hub = await askingHub(database);
  }, 90_000);
  afterAll(() => hub?.close());

  async function balanceOf({ memberId }: Actor, from = '2026-11-16T00:00:00.000Z', to = '2026-11-30T00:00:00.000Z') {
    return hub.get(BalanceService).of((await hub.get(MemberDirectory).find(memberId))!, from, to);
  }

  it('shows everybody their own balance, week by week', async () => {
    const [ada, bo, cleo] = [await hub.member(), await hub.member('America/New_York'), await hub.member()];
    const channelId = await hub.channel(ada, [bo, cleo]);
    const { post } = await hub.open(ada, channelId, { kind: 'REPLY', recipientIds: [bo.memberId, cleo.memberId] });
    const record = (await hub.owed(post.key)).find(({ recipient }) => recipient === cleo.memberId)!;
    await hub.answers.decline(cleo, record.id, 'No time.');
    await hub.reply(bo, post.threadKey);
    await hub.open(ada, channelId, { kind: 'REPLY', recipientIds: [bo.memberId, cleo.memberId], timing: urgent });
    expect(await balanceOf(ada)).toMatchObject({
      ...{ askedFor: 4, owed: 0, urgentUsed: 1, interruptionsCaused: 1, interruptionsReceived: 0 },
      weeks: [
        // Weeks are the member's own: the period ends in the first hour of a third one.
        { monday: '2026-11-16', askedFor: 0 },
        { monday: '2026-11-23', askedFor: 4 },
        { monday: '2026-11-30', askedFor: 0 },
      ],
    });
    expect(await balanceOf(bo)).toMatchObject({
      ...{ askedFor: 0, owed: 2, answered: 1, answeredInTime: 1, interruptionsReceived: 1 },
    });
    expect(await balanceOf(cleo)).toMatchObject({ owed: 2, answered: 0, interruptionsReceived: 0 });
    expect((await refused(balanceOf(ada, '2026-11-30T00:00:00.000Z', '2026-11-16T00:00:00.000Z'))).reason).toBe(
      'insight.bad_period',
    );
  });

  it('shows the organisation sums of five people and more, and keeps them as they were', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => hub.member()));
    const far = await hub.member('Asia/Tokyo');
    const [asker, ...others] = people;
    const channelId = await hub.channel(asker!, [...others, far]);
    const recipientIds = [...others, far].map(({ memberId }) => memberId);
    for (let post = 0; post < 3; post++) await hub.open(asker!, channelId, { kind: 'ACKNOWLEDGE', recipientIds });
    const insight = hub.get(OrganizationInsightService);
    expect((await refused(insight.of('WEEK', '2026-11-23'))).reason).toBe('insight.not_settled');
    expect((await refused(insight.of('WEEK', '2026-11-24'))).reason).toBe('insight.not_a_period');
    hub.clock.setTo('2026-12-14T09:00:00.000Z');
    const seen = await insight.of('WEEK', '2026-11-23');
    expect(seen.organization.owed).toBeGreaterThanOrEqual(15);
    // Few have asked for anything.
    expect(seen.organization.asked).toBeNull();
    // One person in Asia: shown in no group, and not told by the others either.
    expect(seen.groups.map(({ name }) => name)).not.toContain('Asia');
    expect(seen.groups.every(({ figures }) => figures.owed === null)).toBe(true);
    await hub.open(asker!, channelId, { kind: 'ACKNOWLEDGE', recipientIds });
    for (let count = 0; count < 9; count++) await hub.member('Asia/Tokyo');
    expect(await insight.of('WEEK', '2026-11-23')).toEqual(seen);
  });
});
