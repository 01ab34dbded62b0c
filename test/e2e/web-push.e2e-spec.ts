/// <reference lib="dom" />
import type { Browser } from 'playwright-core';
import { buildWebClient, signInOn, startChromium, watchedPage } from '../support/chromium.js';
import { Hub } from '../support/hub.js';
import { type PushService, startPushService } from '../support/push-service.js';
import { join, makeChannel, type Person, password, setUp } from '../support/team.js';

const SECOND = 1_000;

/**
 * Chromium subscribes with its maker's push service alone. So a service on this machine stands in for it: it reads what
 * the hub sends with the browser's keys, and the browser is handed just that.
 */
describe('web push', () => {
  let hub: Hub;
  let service: PushService;
  let browser: Browser;
  let ada: Person;
  let ben: Person;
  let channelId: string;

  beforeAll(async () => {
    await buildWebClient();
    service = await startPushService();
    hub = await Hub.create({ PUSH_PRIVATE_ENDPOINTS: 'true' });
    await hub.moveClockTo('2026-11-30T09:24:00.000Z');
    [browser] = await Promise.all([startChromium(), hub.start()]);
    ada = await setUp(hub.client, hub.setupCode);
    channelId = await makeChannel(hub.client, ada, { name: 'Platform' });
    ben = await join(hub.client, ada, { handle: 'ben', channelIds: [channelId] });
  }, 120 * SECOND);
  afterAll(async () => {
    await browser?.close();
    await hub?.close();
    await service?.stop();
  }, 60 * SECOND);

  it(
    'is shown by the service worker, and leads to the thread',
    async () => {
      const { page, context } = await watchedPage(browser, { permissions: ['notifications'] });
      await signInOn(page, hub.url, ada.email, password);
      await page.evaluate(async () => void (await navigator.serviceWorker.ready));
      await page.evaluate(
        async (input) => {
          const query = `mutation ($input: RegisterPushDeviceInput!) { registerPushDevice(input: $input) { pushDevices { isThisOne } } }`;
          const answer = await fetch('/graphql', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ query, variables: { input } }),
          });
          const { errors } = (await answer.json()) as { errors?: unknown };
          if (errors) throw new Error(JSON.stringify(errors));
        },
        service.device() as unknown as Record<string, string>,
      );

      await hub.client.ask(
        'mutation ($input: OpenThreadInput!) { openThread(input: $input) { thread { id } } }',
        {
          input: {
            channelId,
            title: 'Which colour?',
            body: 'For the front door.',
            expectation: { kind: 'REPLY', recipientIds: [ada.id], timing: { withinWorkingHours: 3 } },
          },
        },
        ben.token,
      );
      const until = Date.now() + 30 * SECOND;
      while (service.received.length === 0 && Date.now() < until) await new Promise((done) => setTimeout(done, 100));
      const [pushed] = service.received;
      expect(pushed?.note).toMatchObject({ body: 'Which colour?', isUrgent: false });

      const devtools = await context.newCDPSession(page);
      const registered = new Promise<string>((done) => {
        devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
          const [first] = registrations;
          if (first) done(first.registrationId);
        });
      });
      await devtools.send('ServiceWorker.enable');
      const registrationId = await registered;
      const data = JSON.stringify(pushed!.note);
      await devtools.send('ServiceWorker.deliverPushMessage', { origin: hub.url, registrationId, data });
      const shown = await page.waitForFunction(async () => {
        const registration = await navigator.serviceWorker.ready;
        const [note] = await registration.getNotifications();
        return note && { title: note.title, body: note.body, tag: note.tag, url: note.data as string };
      });
      const { title, body, tag, url } = pushed!.note;
      expect(await shown.jsonValue()).toEqual({ title, body, tag, url });
      expect(new URL(url).pathname).toMatch(/^\/t\/thr_/);
      await context.close();
    },
    60 * SECOND,
  );

  it(
    'is turned on by its switch alone, which says so where the browser refuses',
    async () => {
      const { page, context } = await watchedPage(browser);
      await signInOn(page, hub.url, ben.email, password);
      await page.goto(`${hub.url}/settings#push`);
      const toggle = page.getByRole('switch', { name: 'Tell me on this device' });
      await page.waitForFunction(
        () => document.querySelector<HTMLInputElement>('#push [role=switch]')?.disabled === false,
      );
      await expect(toggle.isChecked()).resolves.toBe(false);
      expect(await page.evaluate(() => Notification.permission)).toBe('default');

      // All that is not granted is refused.
      await context.grantPermissions(['clipboard-read']);
      await page.reload();
      await page.getByText('The browser refuses it for this site.').waitFor();
      await expect(toggle.isDisabled()).resolves.toBe(true);
      await context.close();
    },
    60 * SECOND,
  );
});
