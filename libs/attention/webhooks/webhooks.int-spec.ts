import { Webhook } from 'standardwebhooks';
import { statement } from '#database';
import { type Actor, type Id, localId } from '#kernel';
import { type AskingHub, askingHub, MONDAY, refused } from '../../../test/support/asking-hub.js';
import { testDatabase } from '../../../test/support/database.js';
import { startWebhookTool } from '../../../test/support/webhook-tool.js';
import { Delivering } from '../deliveries/delivering.service.js';
import { DeliverySettingsService } from '../deliveries/delivery-settings.service.js';
import { DeliveryPlanning } from '../deliveries/planning.service.js';
import { WebhookNotifications } from './webhook-notifications.js';
import { WebhooksService } from './webhooks.service.js';

const handed = statement(
  'spec.told',
  `select id from deliveries where member_id = $1 and route = 'WEBHOOK' and handed_at is not null and delivered_at is null order by id`,
);
const planned = statement(
  'spec.webhooks_planned',
  `select count(*)::int as count from deliveries where member_id = $1 and route = 'WEBHOOK'`,
);

describe("webhooks to people's own tools", () => {
  const database = testDatabase();
  let hub: AskingHub;
  let tool: Awaited<ReturnType<typeof startWebhookTool>>;
  let webhooks: WebhooksService;
  let ada: Actor & { handle: string };
  let mira: Actor & { handle: string };
  let channelId: Id;

  beforeAll(async () => {
    tool = await startWebhookTool();
    hub = await askingHub(database, { WEBHOOK_PRIVATE_ENDPOINTS: 'true', PUBLIC_URL: 'https://hub.example' });
    webhooks = hub.get(WebhooksService);
  }, 90_000);
  afterAll(async () => {
    await hub?.close();
    await tool.stop();
  });
  beforeEach(async () => {
    tool.told.length = 0;
    tool.answers.status = 204;
    hub.clock.setTo(MONDAY);
    ada = await hub.member();
    mira = await hub.member();
    channelId = await hub.channel(ada, [mira]);
  });

  const ask = (timing: object = { withinWorkingHours: 4 }) =>
    hub.open(ada, channelId, { kind: 'REPLY', recipientIds: [mira.memberId], timing } as never);
  async function carry(): Promise<void> {
    await hub.get(DeliveryPlanning).planNew();
    await hub.get(Delivering).deliverDue();
    const rows = await hub.sql.rows<{ id: Id }>(handed, [mira.memberId]);
    await hub.get(WebhookNotifications).tell(rows.map(({ id }) => id));
  }
  const shown = async () => (await webhooks.of(mira))[0]!;

  it('tell what is asked, with the ids by which a tool goes on, once', async () => {
    await webhooks.add(mira, tool.url);
    const { thread } = await ask();
    await carry();
    await carry();
    expect(tool.told.map(({ message }) => message)).toEqual([
      {
        type: 'delivery',
        timestamp: MONDAY,
        data: expect.objectContaining({
          kind: 'ASKED',
          title: 'Which colour?',
          by: ada.handle,
          excerpt: 'Say something.',
          dueAt: '2026-11-23T13:00:00.000Z',
          url: `https://hub.example/t/${thread.id}`,
          rule: 'WORKING_TIME',
          threadId: thread.id,
          expectedResponseId: expect.stringMatching(/^rsp_/),
        }),
      },
    ]);
    expect(await shown()).toMatchObject({ reachedAt: MONDAY, failure: null, isGivenUp: false });
  });

  it('are signed as a library that is not ours checks it', async () => {
    const secret = await webhooks.add(mira, tool.url);
    hub.clock.setTo(new Date().toISOString());
    const [{ id }] = (await webhooks.of(mira)) as unknown as [{ id: string }];
    await webhooks.test(mira, localId('Webhook', id));
    const [{ body, headers }] = tool.told as [(typeof tool.told)[0]];
    const checked = new Webhook(secret).verify(body, headers as Record<string, string>);
    expect(checked).toMatchObject({ type: 'test' });
    expect(() => new Webhook(secret).verify(`${body} `, headers as Record<string, string>)).toThrow();
    const other = await webhooks.add(mira, tool.url);
    expect(() => new Webhook(other).verify(body, headers as Record<string, string>)).toThrow();
  });

  it('wait for working time as everything does, though a digest comes first; nothing is planned without a tool', async () => {
    await ask();
    await carry();
    expect(await hub.sql.row(planned, [mira.memberId])).toEqual({ count: 0 });
    await webhooks.add(mira, tool.url);
    hub.clock.setTo('2026-11-23T20:00:00.000Z');
    await ask();
    await carry();
    expect(tool.told).toEqual([]);
    hub.clock.setTo('2026-11-24T08:00:00.000Z');
    await carry();
    expect(tool.told.map(({ message }) => message.data.rule)).toEqual(['OUTSIDE_WORKING_TIME']);
  });

  it('tell only what was chosen', async () => {
    await webhooks.add(mira, tool.url);
    await hub.get(DeliverySettingsService).update(mira, { webhookFor: ['MENTIONED'] });
    await ask();
    await carry();
    expect(tool.told).toEqual([]);
  });

  it('tell again by the same id what was not taken, and say why it was not', async () => {
    await webhooks.add(mira, tool.url);
    tool.answers.status = 500;
    await ask();
    await expect(carry()).rejects.toThrow('It answered 500.');
    expect(await shown()).toMatchObject({ failure: 'It answered 500.', reachedAt: null });
    tool.answers.status = 204;
    await carry();
    const ids = tool.told.map(({ headers }) => headers['webhook-id']);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(await shown()).toMatchObject({ failure: null, reachedAt: MONDAY });
  });

  it('are given up after five days in which nothing was taken', async () => {
    await webhooks.add(mira, tool.url);
    tool.answers.status = 500;
    await ask();
    await expect(carry()).rejects.toThrow();
    hub.clock.setTo('2026-11-28T09:00:01.000Z');
    expect(await shown()).toMatchObject({ isGivenUp: true });
    await webhooks.tell(mira.memberId, [{ id: 'x', type: 'test', data: {} }]);
    expect(tool.told).toHaveLength(1);
    expect(await webhooks.holders([mira.memberId])).toEqual(new Set());
  });

  it('are told no more where the tool says that it is gone', async () => {
    await webhooks.add(mira, tool.url);
    tool.answers.status = 410;
    await ask();
    await carry();
    await ask();
    await carry();
    expect(tool.told).toHaveLength(1);
    expect(await shown()).toMatchObject({ isGivenUp: true, failure: 'It answered 410: it wants no more.' });
  });

  it('follow no answer that leads anywhere else', async () => {
    await webhooks.add(mira, tool.url);
    tool.answers.status = 302;
    await ask();
    await expect(carry()).rejects.toThrow('It answered 302.');
    expect(tool.told).toHaveLength(1);
  });

  it('hold nothing that their owner may not read any more', async () => {
    await webhooks.add(mira, tool.url);
    await ask();
    await hub.get(DeliveryPlanning).planNew();
    await hub.get(Delivering).deliverDue();
    await hub.sql.rows(statement('spec.leave', 'delete from channel_members where member_id = $1'), [mira.memberId]);
    await hub.sql.rows(statement('spec.close', `update channels set visibility = 'PRIVATE' where id = $1`), [
      channelId,
    ]);
    const rows = await hub.sql.rows<{ id: Id }>(handed, [mira.memberId]);
    await hub.get(WebhookNotifications).tell(rows.map(({ id }) => id));
    expect(tool.told).toEqual([]);
  });

  it('are a person’s own: five at most, changed by sign-in only, nobody else’s', async () => {
    for (let n = 0; n < 5; n++) await webhooks.add(mira, `${tool.url}/${n}`);
    const refusals = [
      webhooks.add(mira, tool.url),
      webhooks.add({ ...ada, isToken: true }, tool.url),
      webhooks.add(ada, 'file:///etc/passwd'),
      webhooks.remove(ada, localId('Webhook', (await shown()).id)),
      webhooks.remove(ada, undefined),
      webhooks.test(ada, localId('Webhook', (await shown()).id)),
    ];
    const reasons = await Promise.all(refusals.map(async (one) => (await refused(one)).reason));
    expect(reasons).toEqual([
      'webhook.too_many',
      'webhook.sign_in_needed',
      'webhook.bad_address',
      'webhook.not_found',
      'webhook.not_found',
      'webhook.not_found',
    ]);
    await webhooks.remove(mira, localId('Webhook', (await shown()).id));
    expect(await webhooks.of(mira)).toHaveLength(4);
  });

  it('say what a tool answered when it is tried', async () => {
    await webhooks.add(mira, tool.url);
    tool.answers.status = 401;
    const error = await refused(webhooks.test(mira, localId('Webhook', (await shown()).id)));
    expect(error).toMatchObject({ reason: 'webhook.not_reached', data: { said: 'It answered 401.' } });
  });
});
