import ICAL from 'ical.js';
import type { AskInput } from '#expectations';
import { HubContext } from '#graph';
import type { Actor, Id } from '#kernel';
import { type AskingHub, askingHub } from '../../../test/support/asking-hub.js';
import { testDatabase } from '../../../test/support/database.js';
import type { Feed } from '../feed-address.entity.js';
import { FeedAddresses } from '../feed-addresses.js';

const database = testDatabase();
const HOUR_MS = 3_600_000;

describe('a calendar behind its private address', () => {
  let hub: AskingHub;
  let url: string;
  let author: Actor;

  beforeAll(async () => {
    hub = await askingHub(database, { PUBLIC_URL: 'http://hub.test' });
    url = await hub.listen();
    author = await hub.member();
  });
  afterAll(() => hub.close());

  const contextOf = (actor: Actor) => new HubContext(actor, 'spec', '127.0.0.1');
  const addressOf = async (actor: Actor, feed: Feed = 'CALENDAR') =>
    (await hub.get(FeedAddresses).of(contextOf(actor), feed)).replace('http://hub.test', url);
  const read = (address: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(address, { headers, method });
  const parsed = (text: string) => new ICAL.Component(ICAL.parse(text) as never);
  const reply = (recipientIds: Id[]): AskInput => ({
    kind: 'REPLY',
    recipientIds,
    timing: { withinWorkingDays: 1 },
  });
  const texts = async (address: string, part: string, ...names: string[]) =>
    parsed(await (await read(address)).text())
      .getAllSubcomponents(part)
      .map((one) => names.map((name) => String(one.getFirstPropertyValue(name))));

  it('has what is due, and is told when it was answered', async () => {
    const mira = await hub.member('America/New_York');
    const channelId = await hub.channel(author, [mira]);
    const { post, thread } = await hub.open(author, channelId, reply([mira.memberId]));
    const address = await addressOf(mira);
    // Not delivered yet: it is night in New York.
    expect(await texts(address, 'vtodo', 'summary')).toEqual([]);
    hub.clock.advanceMs(6 * HOUR_MS);
    const [owed] = await hub.owed(post.key);
    const before = await texts(address, 'vtodo', 'summary', 'status', 'due', 'sequence');
    expect(before).toEqual([
      ['Reply: Which colour?', 'NEEDS-ACTION', `${owed!.due_at!.slice(0, 19)}Z`, String(owed!.history.length)],
    ]);
    await hub.reply(mira, thread.key);
    expect(await texts(address, 'vtodo', 'status')).toEqual([['COMPLETED']]);
    hub.clock.advanceMs(40 * 24 * HOUR_MS);
    expect(await texts(address, 'vtodo', 'status')).toEqual([]);
  });

  it('has own days off and hours', async () => {
    const mira = await hub.member('Asia/Kolkata');
    await hub.absences.add(mira, { from: '2027-03-01', to: '2027-03-02', note: 'Holi' });
    const address = await addressOf(mira);
    expect(await texts(address, 'vevent', 'dtstart', 'dtend', 'summary')).toEqual([
      ['2027-03-01', '2027-03-03', 'Away: Holi'],
    ]);
    const calendar = parsed(await (await read(address)).text());
    const [available] = calendar.getFirstSubcomponent('vavailability')!.getAllSubcomponents('available');
    expect(String(available!.getFirstPropertyValue('rrule'))).toBe('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR');
    expect(calendar.getFirstSubcomponent('vtimezone')!.getFirstPropertyValue('tzid')).toBe('Asia/Kolkata');
  });

  it('is answered once for each change, and to be kept by nobody else', async () => {
    const mira = await hub.member();
    const address = await addressOf(mira);
    const first = await read(address);
    expect(first.status).toBe(200);
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    expect(first.headers.get('referrer-policy')).toBe('no-referrer');
    const etag = first.headers.get('etag')!;
    const modified = first.headers.get('last-modified')!;
    expect((await read(address, { 'if-none-match': `"other", W/${etag}` })).status).toBe(304);
    expect((await read(address, { 'if-modified-since': modified })).status).toBe(304);
    expect((await read(address, { 'if-none-match': '"other"', 'if-modified-since': modified })).status).toBe(200);
    await hub.absences.add(mira, { from: '2027-04-01', to: '2027-04-01' });
    expect((await read(address, { 'if-none-match': etag })).status).toBe(200);
    expect((await read(address, { 'if-modified-since': modified })).status).toBe(200);
    const head = await read(address, {}, 'HEAD');
    expect(head.status).toBe(200);
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(100);
    expect(await head.text()).toBe('');
  });

  it('has another address once it was renewed, and each feed its own', async () => {
    const mira = await hub.member();
    const addresses = hub.get(FeedAddresses);
    const before = await addressOf(mira);
    expect(await addressOf(mira)).toBe(before);
    const podcast = await addressOf(mira, 'PODCAST');
    const renewed = (await addresses.renew(mira, 'CALENDAR')).replace('http://hub.test', url);
    expect(renewed).not.toBe(before);
    expect(await addressOf(mira)).toBe(renewed);
    expect((await read(before)).status).toBe(404);
    expect((await read(renewed)).status).toBe(200);
    expect((await read(podcast)).status).toBe(200);
    // The secret of one feed opens no other.
    expect((await read(podcast.replace('podcast.xml', 'calendar.ics'))).status).toBe(404);
    await addresses.renew(mira, 'CALENDAR');
    expect((await read(renewed)).status).toBe(404);
  });

  it('is nothing to who has left, nor to who guesses', async () => {
    const mira = await hub.member();
    const address = await addressOf(mira);
    const token = address.split('/').at(-2)!;
    const other = (await addressOf(author)).split('/').at(-2)!;
    // Another member's id with one's own secret.
    const bytesOf = (one: string) => Buffer.from(one.slice(4), 'base64url');
    const mixed = `mtf_${Buffer.concat([bytesOf(other).subarray(0, 16), bytesOf(token).subarray(16)]).toString('base64url')}`;
    for (const wrong of [mixed, 'x', `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, `${token}=`]) {
      expect((await read(address.replace(token, encodeURIComponent(wrong)))).status).toBe(404);
    }
    expect((await read(address)).status).toBe(200);
    const owner = await hub.member('Europe/Berlin', { role: 'OWNER' });
    await hub.membership.deactivate(owner, mira.memberId);
    const answer = await read(address);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ reason: 'feed.not_found' });
    // What was handed out before somebody left stays shut when they come back.
    await hub.membership.reactivate(owner, mira.memberId);
    expect((await read(address)).status).toBe(404);
    expect((await read(await addressOf(mira))).status).toBe(200);
  });

  it('is not told to an access token, which it would outlive', async () => {
    const token = { ...(await hub.member()), isToken: true };
    await expect(addressOf(token)).rejects.toMatchObject({ reason: 'feed.people_only' });
    await expect(hub.get(FeedAddresses).renew(token, 'PODCAST')).rejects.toMatchObject({ reason: 'feed.people_only' });
  });

  it('bounds how often it is read', async () => {
    const mira = await hub.member();
    const address = await addressOf(mira);
    const statuses = await Promise.all(Array.from({ length: 125 }, async () => (await read(address)).status));
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
    const refused = await read(address);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    // Others read on.
    expect((await read(await addressOf(author))).status).toBe(200);
  });
});
