import { type AskInput, SecondThoughtsService } from '#expectations';
import type { Actor, Id } from '#kernel';
import { PostService, ThreadService } from '#threads';
import { type AskingHub, askingHub, MONDAY, refused } from '../../test/support/asking-hub.js';
import { testDatabase } from '../../test/support/database.js';

const database = testDatabase();

describe('answering', () => {
  let hub: AskingHub;
  let ada: Actor;
  let mira: Actor;
  let otto: Actor;
  let noor: Actor;
  let channelId: Id;

  beforeAll(async () => {
    hub = await askingHub(database);
    [ada, mira, otto] = await Promise.all([hub.member(), hub.member(), hub.member()]);
    noor = await hub.member('America/New_York');
    channelId = await hub.channel(ada, [mira, otto, noor]);
  }, 90_000);
  afterAll(() => hub?.close());
  beforeEach(() => hub.clock.setTo(MONDAY));

  /** Asks Mira and Otto. */
  async function ask(expectation: AskInput) {
    const recipientIds = [mira.memberId, otto.memberId];
    const { post, thread } = await hub.open(ada, channelId, { recipientIds, ...expectation });
    const of = async (one: Actor) => {
      const owed = await hub.owed(post.key);
      return owed.find(({ recipient }) => recipient === one.memberId)!;
    };
    return { postId: post.key, threadId: thread.key, of, miras: (await of(mira)).id, ottos: (await of(otto)).id };
  }

  it('EACH: everybody; acknowledging with a promise is kept', async () => {
    const { of, miras } = await ask({ kind: 'ACKNOWLEDGE' });
    const promisedAt = '2026-11-24T09:00:00.000Z';
    await hub.answers.acknowledge(mira, miras, promisedAt);
    expect(await of(mira)).toMatchObject({ status: 'FULFILLED', promised_at: promisedAt });
    expect((await of(otto)).status).toBe('OPEN');
    expect((await refused(hub.answers.acknowledge(mira, miras, null))).reason).toBe('response.not_open');
  });

  it('ANY: the first reply releases the others, and says so', async () => {
    const { of, threadId, ottos } = await ask({ kind: 'REPLY', quorum: 'ANY' });
    const promisedAt = '2026-11-24T09:00:00.000Z';
    await hub.answers.acknowledge(otto, ottos, promisedAt);
    const { post } = await hub.reply(mira, threadId);
    expect(await of(mira)).toMatchObject({ status: 'FULFILLED', answer_post_id: post.key });
    expect(await of(otto)).toMatchObject({ status: 'WITHDRAWN', note: 'Somebody else has answered.' });
    // What was promised before can be taken back no more.
    expect((await refused(hub.get(SecondThoughtsService).undo(otto, ottos))).reason).toBe('response.not_undoable');
  });

  it('ANY: what was declined is not owed again once somebody has answered', async () => {
    const { of, miras, ottos } = await ask({ kind: 'DECIDE', quorum: 'ANY', choices: ['A', 'B'] });
    await hub.answers.decline(otto, ottos, 'No time.');
    await hub.answers.decide(mira, miras, 'B', 'It is nicer.');
    expect((await refused(hub.get(SecondThoughtsService).undo(otto, ottos))).reason).toBe('response.not_undoable');
    expect(await of(mira)).toMatchObject({ status: 'FULFILLED', choice: 'B', note: 'It is nicer.' });
    expect(await of(otto)).toMatchObject({ status: 'DECLINED', note: 'No time.' });
  });

  it('delegates to another calendar, and never back', async () => {
    const { of, miras } = await ask({ kind: 'REPLY', timing: { withinWorkingHours: 2 } });
    expect((await refused(hub.answers.delegate(mira, miras, ada.memberId, null))).reason).toBe(
      'response.cannot_delegate_there',
    );
    await hub.answers.delegate(mira, miras, noor.memberId, 'Yours?');
    const noors = await of(noor);
    expect(noors).toMatchObject({ deliver_at: '2026-11-23T14:00:00.000Z', due_at: '2026-11-23T16:00:00.000Z' });
    expect(await of(mira)).toMatchObject({ status: 'DELEGATED', delegated_to_id: noors.id });
    for (const former of [mira, otto]) {
      expect((await refused(hub.answers.delegate(noor, noors.id, former.memberId, null))).reason).toBe(
        'response.already_asked',
      );
    }
  });

  it('another time is proposed by who owes, and agreed to by who asked', async () => {
    const { of, miras } = await ask({ kind: 'REPLY', timing: { withinWorkingHours: 2 } });
    const first = (await of(mira)).due_at;
    const later = '2026-11-26T09:00:00.000Z';
    expect((await refused(hub.answers.answerProposal(ada, miras, true))).reason).toBe('response.nothing_proposed');
    await hub.answers.propose(mira, miras, later, null);
    expect((await refused(hub.answers.answerProposal(otto, miras, true))).reason).toBe('expectation.not_yours');
    await hub.answers.answerProposal(ada, miras, false);
    expect(await of(mira)).toMatchObject({ due_at: first, proposal_accepted: false });
    await hub.answers.propose(mira, miras, later, null);
    await hub.answers.answerProposal(ada, miras, true);
    expect(await of(mira)).toMatchObject({ due_at: later, proposal_accepted: true, status: 'OPEN' });
  });

  it("nobody acts on another's record", async () => {
    const { postId, miras } = await ask({ kind: 'ACKNOWLEDGE' });
    for (const other of [otto, ada]) {
      expect((await refused(hub.answers.acknowledge(other, miras, null))).reason).toBe('response.not_yours');
      expect((await refused(hub.answers.decline(other, miras, 'No.'))).reason).toBe('response.not_yours');
    }
    expect((await refused(hub.withdrawing.withdraw(mira, postId, null))).reason).toBe('expectation.not_yours');
  });

  it('a thread is concluded once nothing is owed, or by withdrawing it; reopening owes nothing anew', async () => {
    const { of, threadId } = await ask({ kind: 'REPLY' });
    expect(await refused(hub.concluding.conclude(ada, threadId, 'Done.', false))).toEqual({
      reason: 'thread.open_responses',
      data: { count: 2 },
    });
    await hub.concluding.conclude(ada, threadId, 'Done.', true);
    expect(await of(mira)).toMatchObject({ status: 'WITHDRAWN', note: 'The thread was concluded.' });
    expect((await refused(hub.reply(mira, threadId))).reason).toBe('thread.concluded');
    expect((await hub.get(ThreadService).reopen(ada, threadId)).state).toBe('OPEN');
    await hub.reply(mira, threadId);
    expect((await of(mira)).status).toBe('WITHDRAWN');
  });

  it('withdrawing and deleting end what is open and leave what was answered', async () => {
    const withdrawn = await ask({ kind: 'ACKNOWLEDGE' });
    await hub.answers.acknowledge(mira, withdrawn.miras, null);
    await hub.withdrawing.withdraw(ada, withdrawn.postId, 'Solved.');
    expect((await withdrawn.of(mira)).status).toBe('FULFILLED');
    expect(await withdrawn.of(otto)).toMatchObject({ status: 'WITHDRAWN', note: 'Solved.' });
    const deleted = await ask({ kind: 'ACKNOWLEDGE' });
    await hub.get(PostService).delete(ada, deleted.postId);
    expect(await deleted.of(otto)).toMatchObject({ status: 'WITHDRAWN', note: 'The post was deleted.' });
  });
});
