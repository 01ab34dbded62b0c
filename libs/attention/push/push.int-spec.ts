import { statement } from '#database';
import type { Actor, Id } from '#kernel';
import { type AskingHub, askingHub, MONDAY, refused } from '../../../test/support/asking-hub.js';
import { testDatabase } from '../../../test/support/database.js';
import { type PushService, startPushService } from '../../../test/support/push-service.js';
import { Delivering } from '../deliveries/delivering.service.js';
import { Notifications } from '../deliveries/notifications.service.js';
import { DeliveryPlanning } from '../deliveries/planning.service.js';
import { PushDevicesService } from './push-devices.service.js';

const signIn = statement(
  'spec.sign_in',
  `insert into sessions (id, member_id, token_hash, created_at, last_used_at, expires_at)
   values ($1::uuid, $2::uuid, uuid_send($1::uuid), now(), now(), '2030-01-01')`,
);
const signOut = statement('spec.sign_out', 'delete from sessions where id = $1');
const handed = statement(
  'spec.pushed',
  `select id from deliveries where member_id = $1 and route = 'PUSH' and handed_at is not null and delivered_at is null order by id`,
);
const planned = statement(
  'spec.push_planned',
  `select count(*)::int as count from deliveries where member_id = $1 and route = 'PUSH'`,
);

describe('push', () => {
  const database = testDatabase();
  let hub: AskingHub;
  let service: PushService;
  let devices: PushDevicesService;
  let ada: Actor & { handle: string };
  let mira: Actor & { handle: string };
  let channelId: Id;

  beforeAll(async () => {
    service = await startPushService();
    hub = await askingHub(database, { PUSH_PRIVATE_ENDPOINTS: 'true', PUBLIC_URL: 'https://hub.example' });
    devices = hub.get(PushDevicesService);
  }, 90_000);
  afterAll(async () => {
    await hub?.close();
    await service.stop();
  });
  beforeEach(async () => {
    service.received.length = 0;
    service.answers.status = 201;
    hub.clock.setTo(MONDAY);
    ada = await hub.member();
    mira = await hub.member();
    channelId = await hub.channel(ada, [mira]);
    await hub.sql.rows(signIn, [mira.credentialId, mira.memberId]);
  });

  const ask = (timing: object = { withinWorkingHours: 4 }) =>
    hub.open(ada, channelId, { kind: 'REPLY', recipientIds: [mira.memberId], timing } as never);
  async function carry(): Promise<void> {
    await hub.get(DeliveryPlanning).planNew();
    await hub.get(Delivering).deliverDue();
    const rows = await hub.sql.rows<{ id: Id }>(handed, [mira.memberId]);
    await hub.get(Notifications).notify(rows.map(({ id }) => id));
  }

  it('tells who asks, on each device, until the working day ends', async () => {
    await devices.register(mira, service.device(mira.handle));
    const { thread } = await ask();
    await carry();
    expect(service.received.map(({ note }) => note)).toEqual([
      {
        title: `An answer is asked of you, from ${ada.handle}`,
        body: 'Which colour?',
        url: `https://hub.example/t/${thread.id}`,
        tag: expect.any(String),
        isUrgent: false,
      },
    ]);
    // It is 10:00 there and they work until 17:00.
    expect(service.received[0]!.headers).toMatchObject({ ttl: String(7 * 3_600), urgency: 'normal' });
    const [device] = await devices.of(mira);
    expect(device).toMatchObject({ isThisOne: true, reachedAt: MONDAY });
    await carry();
    expect(service.received).toHaveLength(1);
  });

  it('waits for working time, and plans nothing for who has no device', async () => {
    await ask();
    await carry();
    expect(await hub.sql.row(planned, [mira.memberId])).toEqual({ count: 0 });
    await devices.register(mira, service.device(mira.handle));
    hub.clock.setTo('2026-11-23T20:00:00.000Z');
    await ask();
    await carry();
    expect(service.received).toEqual([]);
    hub.clock.setTo('2026-11-24T08:00:00.000Z');
    await carry();
    expect(service.received).toHaveLength(1);
  });

  it('forgets a device that is gone, and tries again where the service asks for patience', async () => {
    await devices.register(mira, service.device(mira.handle));
    service.answers.status = 503;
    await ask();
    await expect(carry()).rejects.toThrow('The push service answered 503.');
    expect(await devices.of(mira)).toHaveLength(1);
    service.answers.status = 410;
    await carry();
    expect(await devices.of(mira)).toEqual([]);
  });

  it('belongs to a sign-in: it ends with it, and whoever signs in next on a browser is told there', async () => {
    const device = service.device(mira.handle);
    await devices.register(mira, device);
    await devices.register(mira, device);
    expect(await devices.of(mira)).toHaveLength(1);
    const noor = await hub.member();
    await hub.sql.rows(signIn, [noor.credentialId, noor.memberId]);
    await devices.register(noor, device);
    expect(await devices.of(mira)).toEqual([]);
    expect(await devices.of(noor)).toHaveLength(1);
    await hub.sql.rows(signOut, [noor.credentialId]);
    expect(await devices.of(noor)).toEqual([]);
    expect((await refused(devices.register(ada, device))).reason).toBe('push.sign_in_needed');
  });

  it('refuses what is no device, and removes only one’s own', async () => {
    const device = service.device(mira.handle);
    expect((await refused(devices.register(mira, { ...device, endpoint: 'nonsense' }))).reason).toBe(
      'push.bad_endpoint',
    );
    expect((await refused(devices.register(mira, { ...device, auth: 'x' }))).reason).toBe('push.bad_keys');
    await devices.register(mira, device);
    expect((await refused(devices.remove(ada, { endpoint: device.endpoint }))).reason).toBe('push.device_not_found');
    await devices.remove(mira, { endpoint: device.endpoint });
    expect(await devices.of(mira)).toEqual([]);
  });

  it('keeps the ten newest devices of a member', async () => {
    for (let n = 0; n < 12; n++) {
      hub.clock.setTo(new Date(Date.parse(MONDAY) + n * 1_000).toISOString());
      await devices.register(mira, service.device(`${mira.handle}-${n}`));
    }
    expect((await devices.of(mira)).map(({ registeredAt }) => registeredAt).at(-1)).toBe('2026-11-23T09:00:02.000Z');
    expect(await devices.of(mira)).toHaveLength(10);
  });

  it('can be tried', async () => {
    await devices.register(mira, service.device(mira.handle));
    expect(await devices.test(mira, { title: 'Meantime', body: 'So.', url: 'https://hub.example/inbox' })).toBe(1);
    expect(service.received[0]!.note.body).toBe('So.');
  });
});
