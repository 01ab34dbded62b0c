import fc from 'fast-check';
import { statement } from '#database';
import type { Actor, Id } from '#kernel';
import { ThreadService } from '#threads';
import { type AskingHub, askingHub, type Owed } from '../../test/support/asking-hub.js';
import { testDatabase } from '../../test/support/database.js';
import { SecondThoughtsService } from './second-thoughts.service.js';

const database = testDatabase();
/** Orders that are tried; more by night: MEANTIME_STATE_RUNS=500. */
const RUNS = Number(process.env.MEANTIME_STATE_RUNS ?? 40);
/** Stands in the name of the test, so that whatever it finds can be found again: MEANTIME_STATE_SEED=… */
const SEED = Number(process.env.MEANTIME_STATE_SEED ?? Date.now() % 2 ** 31);

/** The hub itself took something back for somebody whom the author had let go: nobody's act changes another's. */
const reopenedByOthers = statement(
  'spec.reopened_by_others',
  `select u.id from expected_response_events u
   where u.action = 'UNDONE' and u.actor_id is null and not exists (
     select from expected_response_events w where w.expected_response_id = u.expected_response_id
       and w.action = 'WITHDRAWN' and w.actor_id is null and w.at <= u.at)`,
);

const verbs = [
  'acknowledge',
  'promise',
  'reply',
  'decide',
  'decline',
  'delegate',
  'propose',
  'answerProposal',
  'undo',
  'fulfil',
  'withdraw',
  'conclude',
  'concludeAnyway',
  'reopen',
  'goAway',
  'leave',
] as const;

interface Act {
  verb: (typeof verbs)[number];
  /** Whose record it is about. */
  on: number;
  /** Who acts: mostly whose record it is. */
  by: number;
  to: number;
}

const act: fc.Arbitrary<Act> = fc.record({
  verb: fc.constantFrom(...verbs),
  on: fc.nat(3),
  by: fc.nat(4),
  to: fc.nat(4),
});

/** Waves of acts; those of one wave run at once, each on a connection of its own. */
const story = fc.record({
  kind: fc.constantFrom('ACKNOWLEDGE' as const, 'REPLY' as const, 'DECIDE' as const),
  quorum: fc.constantFrom('ANY' as const, 'EACH' as const),
  waves: fc.array(fc.array(act, { minLength: 2, maxLength: 10 }), { minLength: 1, maxLength: 5 }),
});

describe('expected responses, whatever people do at once', () => {
  let hub: AskingHub;
  let author: Actor;
  /** Three who are asked, and one to whom it can be delegated. */
  let people: Actor[];
  /** Lets people go and takes them in again. */
  let owner: Actor;
  let channelId: Id;

  beforeAll(async () => {
    // As many acts at once as a wave has, each on a connection of its own.
    hub = await askingHub(database, { DATABASE_POOL_SIZE: '16' });
    author = await hub.member();
    owner = await hub.member('Europe/Berlin', { role: 'OWNER' });
    people = await Promise.all([1, 2, 3, 4].map(() => hub.member()));
    channelId = await hub.channel(author, people);
  }, 90_000);
  afterAll(() => hub?.close());

  function perform({ verb, on, by, to }: Act, place: { postId: Id; threadId: Id }, known: readonly Owed[]) {
    const { answers, withdrawing, concluding } = hub;
    const record = known[on % known.length]!;
    const asked = people.find(({ memberId }) => memberId === record.recipient)!;
    const actor = by === 4 ? people[to % people.length]! : asked;
    switch (verb) {
      case 'acknowledge':
        return answers.acknowledge(actor, record.id, null);
      case 'promise':
        return answers.acknowledge(actor, record.id, promiseOf(actor));
      case 'goAway':
        return hub.absences.add(asked, {
          ...{ from: '2026-11-30', to: `2026-12-0${1 + to}` },
          delegateId: people.find((one) => one !== asked)!.memberId,
        });
      case 'leave':
        return hub.membership.deactivate(owner, people[3]!.memberId);
      case 'reply':
        return hub.reply(actor, place.threadId);
      case 'decide':
        return answers.decide(actor, record.id, 'A', null);
      case 'decline':
        return answers.decline(actor, record.id, 'No time.');
      case 'delegate':
        return answers.delegate(actor, record.id, [author, ...people][to]!.memberId, null);
      case 'propose':
        return answers.propose(actor, record.id, '2026-12-24T12:00:00.000Z', null);
      case 'answerProposal':
        return answers.answerProposal(by === 4 ? actor : author, record.id, to % 2 === 0);
      case 'undo':
        return hub.get(SecondThoughtsService).undo(actor, record.id);
      case 'fulfil':
        return hub.get(SecondThoughtsService).fulfil(actor, record.id, {});
      case 'withdraw':
        return withdrawing.withdraw(by === 4 ? actor : author, place.postId, null);
      case 'conclude':
        return concluding.conclude(author, place.threadId, 'Done.', false);
      case 'concludeAnyway':
        return concluding.conclude(author, place.threadId, 'Done.', true);
      case 'reopen':
        return hub.get(ThreadService).reopen(author, place.threadId);
    }
  }

  const promiseOf = ({ memberId }: Actor): string =>
    `2026-12-24T12:0${people.findIndex((one) => one.memberId === memberId)}:00.000Z`;

  /** Who did anything in a wave: whatever they are asked may have changed by that. */
  const actorsOf = (wave: readonly Act[], known: readonly Owed[]): Set<Id> =>
    new Set(
      wave.flatMap(({ on, by, to }) => {
        const record = known[on % known.length]!;
        return by === 4 ? [people[to % people.length]!.memberId] : [record.recipient];
      }),
    );

  it(`never reaches a state that the rules forbid (seed ${SEED})`, async () => {
    await fc.assert(
      fc.asyncProperty(story, async ({ kind, quorum, waves }) => {
        await hub.membership.reactivate(owner, people[3]!.memberId);
        const choices = kind === 'DECIDE' ? ['A', 'B'] : null;
        const recipientIds = people.slice(0, 3).map(({ memberId }) => memberId);
        const { post, thread } = await hub.open(author, channelId, { kind, quorum, choices, recipientIds });
        const place = { postId: post.key, threadId: thread.key };
        let before = await hub.owed(post.key);
        for (const wave of waves) {
          hub.clock.advanceMs(1_000);
          const outcomes = await Promise.allSettled(wave.map((one) => perform(one, place, before)));
          const broken = outcomes.find(
            (one) => one.status === 'rejected' && !(one.reason as { reason?: string }).reason,
          );
          // Deadlocks, constraints and the like: no refusal of ours.
          if (broken) throw (broken as PromiseRejectedResult).reason;
          const after = await hub.owed(post.key);
          const state = (await hub.get(ThreadService).require(author, thread.key)).state;
          check({ before, after, quorum, isConcluded: state === 'CONCLUDED', mayUndo: wave.some(isUndo) });
          checkOwnership({ before, after, actors: actorsOf(wave, before) });
          for (const one of after.filter(({ promised_at }) => promised_at)) {
            expect(one.promised_at).toBe(promiseOf(people.find(({ memberId }) => memberId === one.recipient)!));
          }
          if (wave.some(({ verb }) => verb === 'leave')) {
            expect(
              after.filter(({ recipient, status }) => recipient === people[3]!.memberId && status === 'OPEN'),
            ).toEqual([]);
          }
          before = after;
        }
        expect(await hub.sql.rows(reopenedByOthers)).toEqual([]);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  }, 600_000);
});

const isUndo = ({ verb }: Act): boolean => verb === 'undo';

function check(seen: {
  before: readonly Owed[];
  after: readonly Owed[];
  quorum: 'ANY' | 'EACH';
  isConcluded: boolean;
  mayUndo: boolean;
}): void {
  const { before, after, quorum, isConcluded, mayUndo } = seen;
  const answered = after.filter(({ status }) => status === 'FULFILLED');
  const open = after.filter(({ status }) => status === 'OPEN');
  if (quorum === 'ANY') {
    expect(answered.length).toBeLessThanOrEqual(1);
    if (answered.length === 1) expect(open).toEqual([]);
  }
  if (isConcluded) expect(open).toEqual([]);
  expect(new Set(after.map(({ recipient }) => recipient)).size).toBe(after.length);
  for (const one of after) {
    expect(one.closed_at === null).toBe(one.status === 'OPEN');
    expect(one.delegated_to_id !== null).toBe(one.status === 'DELEGATED');
    if (one.status === 'OPEN') expect([one.answer_post_id, one.choice]).toEqual([null, null]);
    expect(one.history[0]).toBe('ASKED');
    expect(chainOf(one, after)).not.toContain('loop');
  }
  for (const was of before) {
    const is = after.find(({ id }) => id === was.id)!;
    // History only grows.
    expect(is.history.slice(0, was.history.length)).toEqual(was.history);
    const isFinal = was.status === 'WITHDRAWN' || was.status === 'DELEGATED' || !mayUndo;
    if (was.status !== 'OPEN' && isFinal && !is.history.slice(was.history.length).includes('UNDONE')) {
      expect(is).toEqual(was);
    }
  }
}

/**
 * Who did nothing has answered, promised, chosen and handed over nothing; only who asks, or the first answer of all, ends
 * what they owe, and only that answer's being taken back opens it again.
 */
function checkOwnership(seen: { before: readonly Owed[]; after: readonly Owed[]; actors: ReadonlySet<Id> }): void {
  for (const was of seen.before.filter(({ recipient }) => !seen.actors.has(recipient))) {
    const is = seen.after.find(({ id }) => id === was.id)!;
    expect([is.acknowledged_at, is.promised_at, is.choice, is.answer_post_id, is.delegated_to_id]).toEqual([
      was.acknowledged_at,
      was.promised_at,
      was.choice,
      was.answer_post_id,
      was.delegated_to_id,
    ]);
    if (is.status !== was.status) {
      expect([was.status, is.status].sort()).toEqual(['OPEN', 'WITHDRAWN']);
    }
  }
}

function chainOf(from: Owed, all: readonly Owed[]): string[] {
  const passed: string[] = [];
  let next: Owed | undefined = from;
  while (next) {
    if (passed.includes(next.id)) return [...passed, 'loop'];
    passed.push(next.id);
    const to: Id | null = next.delegated_to_id;
    next = to ? all.find(({ id }) => id === to) : undefined;
  }
  return passed;
}
