import { useCallback, useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import { sentenceOf } from '../../api';
import { useLingui, useTimes } from '../../language';
import { notice } from '../../notice';
import type { Answer } from '../fragments';
import {
  Acknowledge,
  AnswerProposal,
  Decide,
  Decline,
  Delegate,
  Fulfill,
  Nudge,
  Propose,
  PutOff,
  UndoResponse,
  Withdraw,
} from '../response-mutations';
import { dayAndTime, firstName } from '../words';

type Call = () => Promise<{ error?: CombinedError }>;

/**
 * Acts on what is asked: they show at once, say how they are taken back where the hub takes them back (what was passed
 * on or proposed has reached somebody else already), and come back by themselves when refused.
 */
export function useResponseActs() {
  const { i18n } = useLingui();
  const times = useTimes();
  const client = useClient();
  const [shown, setShown] = useState<ReadonlyMap<string, Partial<Answer>>>(new Map());
  /** As it will be, before the hub has said so. */
  const asShown = useCallback(
    (answer: Answer): Answer => (shown.has(answer.id) ? { ...answer, ...shown.get(answer.id) } : answer),
    [shown],
  );
  const show = (id: string, part?: Partial<Answer>) =>
    setShown((before) => {
      const next = new Map(before);
      if (part) next.set(id, part);
      else next.delete(id);
      return next;
    });

  async function run(id: string, part: Partial<Answer>, call: Call, text: string, takeBack?: Call): Promise<boolean> {
    show(id, part);
    const sent = call();
    const undo = takeBack && {
      undo: async () => {
        show(id);
        await sent;
        const { error } = await takeBack();
        if (error) notice({ text: sentenceOf(i18n, error), isProblem: true });
      },
    };
    notice({ text, ...undo });
    const { error } = await sent;
    show(id);
    if (error)
      notice({
        text: sentenceOf(i18n, error),
        isProblem: true,
        action: { label: i18n._('Try again'), run: () => run(id, part, call, text, takeBack) },
      });
    return !error;
  }

  const undoOf = (expectedResponseId: string) => () =>
    client.mutation(UndoResponse, { input: { expectedResponseId } }).toPromise();
  const iso = (instant: number) => new Date(instant).toISOString();

  return {
    asShown,

    done: ({ id }: Answer) =>
      run(
        id,
        { status: 'FULFILLED' },
        () => client.mutation(Fulfill, { input: { expectedResponseId: id } }).toPromise(),
        i18n._('Marked as done.'),
        undoOf(id),
      ),
    acknowledge: ({ id }: Answer, kind: string, promised?: number) => {
      const promisedAt = promised === undefined ? null : iso(promised);
      const part = promised === undefined && kind === 'ACKNOWLEDGE' ? { status: 'FULFILLED' as const } : { promisedAt };
      return run(
        id,
        { ...part, acknowledgedAt: iso(Date.now()) },
        () => client.mutation(Acknowledge, { input: { expectedResponseId: id, promisedAt } }).toPromise(),
        promised === undefined
          ? i18n._('Acknowledged.')
          : i18n._('Promised for {time}.', { time: dayAndTime(i18n, times, promised) }),
        undoOf(id),
      );
    },
    decide: ({ id }: Answer, choice: string) =>
      run(
        id,
        { status: 'FULFILLED', choice },
        () => client.mutation(Decide, { input: { expectedResponseId: id, choice } }).toPromise(),
        i18n._('You chose {choice}.', { choice }),
        undoOf(id),
      ),
    decline: ({ id }: Answer, reason: string) =>
      run(
        id,
        { status: 'DECLINED', note: reason },
        () => client.mutation(Decline, { input: { expectedResponseId: id, reason } }).toPromise(),
        i18n._('Declined.'),
        undoOf(id),
      ),
    delegate: ({ id }: Answer, to: { id: string; name: string }, note: string) =>
      run(
        id,
        { status: 'DELEGATED' },
        () =>
          client
            .mutation(Delegate, { input: { expectedResponseId: id, toMemberId: to.id, note: note || null } })
            .toPromise(),
        i18n._('Passed to {name}.', { name: firstName(to.name) }),
      ),
    propose: ({ id }: Answer, due: number, note: string) => {
      const dueAt = iso(due);
      return run(
        id,
        { proposal: { dueAt, note: note || null, accepted: null } },
        () => client.mutation(Propose, { input: { expectedResponseId: id, dueAt, note: note || null } }).toPromise(),
        i18n._('Proposed {time}.', { time: dayAndTime(i18n, times, due) }),
      );
    },
    later: ({ id }: Answer, until: number) => {
      const put = (to: string | null) => () =>
        client.mutation(PutOff, { input: { expectedResponseId: id, until: to } }).toPromise();
      const text = i18n._('Later: back {time}.', { time: times.due(until) });
      return run(id, { laterUntil: iso(until) }, put(iso(until)), text, put(null));
    },
    undo: ({ id }: Answer) => run(id, { status: 'OPEN' }, undoOf(id), i18n._('Taken back.')),
    answerProposal: ({ id, recipient }: Answer, accept: boolean) =>
      run(
        id,
        { proposal: null },
        () => client.mutation(AnswerProposal, { input: { expectedResponseId: id, accept } }).toPromise(),
        accept
          ? i18n._('{name} has the other time now.', { name: firstName(recipient.name) })
          : i18n._('The time stays as it was.'),
      ),
    nudge: ({ id, recipient }: Answer) =>
      run(
        id,
        { nudgedAt: iso(Date.now()) },
        () => client.mutation(Nudge, { input: { expectedResponseId: id } }).toPromise(),
        i18n._('{name} is reminded, once and gently.', { name: firstName(recipient.name) }),
      ),
    withdraw: (postId: string, answers: readonly Answer[], note: string) => {
      for (const { id } of answers.slice(1)) show(id, { status: 'WITHDRAWN' });
      return run(
        answers[0]?.id ?? postId,
        { status: 'WITHDRAWN' },
        () => client.mutation(Withdraw, { input: { postId, note: note || null } }).toPromise(),
        i18n._('Nobody is asked any more.'),
      ).finally(() => {
        for (const { id } of answers) show(id);
      });
    },
  };
}
export type ResponseActs = ReturnType<typeof useResponseActs>;
