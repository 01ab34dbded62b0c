import { cursorOf } from '#graph';
import type { Actor } from '#kernel';
import { globalId, newId } from '#kernel';
import { refusalOf } from '../../test/support/channel-hub.js';
import { testDatabase } from '../../test/support/database.js';
import { type IdentityHub, identityHub } from '../../test/support/identity-hub.js';
import { MemberResolver } from './member.resolver.js';
import { MemberService } from './member.service.js';
import { MemberDirectory } from './member-directory.js';

describe('the list of members', () => {
  const database = testDatabase({ entities: [] });
  let hub: IdentityHub;
  let owner: Actor;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    hub = await identityHub(database);
    owner = await hub.setUp();
    for (const [handle, name, isGone] of [
      ['ben', 'Ben 100% Berg', false],
      ['ben_k', 'Ben Kö', false],
      ['backslash', 'Cy \\ Co', false],
      ['dora', 'Dora', true],
      ['same-1', 'Same', false],
      ['same-2', 'Same', false],
    ] as const) {
      const id = newId();
      ids.set(handle, id);
      await database.dataSource.query(
        `insert into members (id, handle, name, email, role, time_zone, week, deactivated_at, created_at)
         values ($1, $2, $3, $4, 'MEMBER', 'Europe/Berlin', '[]', $5, now())`,
        [id, handle, name, `${handle}@elsewhere.example`, isGone ? hub.clock.now() : null],
      );
    }
  });
  afterAll(() => hub.close());

  const options = { byAddress: false, withDeactivated: false };
  const handles = async (query?: string | null, more: Partial<typeof options> = {}): Promise<string[]> =>
    (await hub.get(MemberService).page({ query }, { ...options, ...more })).nodes.map(({ handle }) => handle);

  it('has everyone who is here, by name', async () => {
    const all = ['ada', 'ben', 'ben_k', 'backslash', 'same-1', 'same-2'];
    expect(await handles()).toEqual(all);
    expect(await handles('')).toEqual(all);
    expect(await handles('  ')).toEqual(all);
    expect(await handles(null, { withDeactivated: true })).toContain('dora');
  });

  it.each([
    ['BERG', ['ada', 'ben']],
    ['@ben', ['ben', 'ben_k']],
    [' kÖ ', ['ben_k']],
    ['100%', ['ben']],
    ['%', ['ben']],
    ['_', ['ben_k']],
    ['n_k', ['ben_k']],
    ['\\', ['backslash']],
    ['Ben\u0000 100', ['ben']],
    ["'; drop table members; --", []],
    ['x'.repeat(300), []],
  ])('finds %j', async (query, found) => expect(await handles(query)).toEqual(found));

  it('is searched by mail address where administrators search', async () => {
    expect(await handles('elsewhere')).toEqual([]);
    expect(await handles('backslash@elsewhere', { byAddress: true })).toEqual(['backslash']);
  });

  it('comes in pages that miss and repeat nobody, of the same name too', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await hub.get(MemberService).page({ first: 1, after }, options);
      seen.push(...page.nodes.map(({ handle }) => handle));
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(['ada', 'ben', 'ben_k', 'backslash', 'same-1', 'same-2']);
  });

  it('refuses cursors of something else', async () => {
    for (const after of ['nonsense', cursorOf('Ada'), cursorOf('Ada', 'x')]) {
      expect(await refusalOf(hub.get(MemberService).page({ after }, options))).toBe('input.bad_cursor');
    }
    expect(await refusalOf(hub.get(MemberService).page({ first: 101 }, options))).toBe('input.page_too_long');
  });

  it('shows a mail address to its owner and to administrators', async () => {
    const resolver = hub.get(MemberResolver);
    const ben = (await hub.get(MemberDirectory).find(ids.get('ben')!))!;
    const as = (memberId: string, role: Actor['role']) =>
      resolver.email(ben, {}, hub.contextOf({ ...owner, memberId, role }));
    expect(as(owner.memberId, 'OWNER')).toBe('ben@elsewhere.example');
    expect(as(ben.key, 'MEMBER')).toBe('ben@elsewhere.example');
    expect(as(ids.get('ben_k')!, 'MEMBER')).toBeNull();
    expect(as(ids.get('ben_k')!, 'GUEST')).toBeNull();
  });

  it('finds one member by id, whoever has left too, and nothing by what is no id of a member', async () => {
    const resolver = hub.get(MemberResolver);
    expect(await resolver.member(owner, globalId('Member', ids.get('dora')!))).toMatchObject({ handle: 'dora' });
    for (const id of [globalId('Member', newId()), globalId('Channel', ids.get('ben')!), 'nonsense', '']) {
      expect(await resolver.member(owner, id)).toBeUndefined();
    }
  });
});
