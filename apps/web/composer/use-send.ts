import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useLingui, useTimes } from '../language';
import { notice } from '../notice';
import type { Recorder } from '../recorder';
import { mediaIdOf } from '../uploads';
import type { Draft } from './draft';
import type { DraftKeeper } from './draft-keeper';
import { draftStore } from './draft-store';
import { postDraft, type Sent, takeBack, whoHasIt } from './send';
import { firstName } from './send-line';

const AGAIN_MS = 4_000;

export interface Sending {
  state: 'none' | 'sending' | 'waiting';
  problem?: string;
  send: () => Promise<void>;
  cancel: () => void;
}

/** Sends a draft: stops a recording first, waits for the network, posts once, and says how to take it back. */
export function useSend(keeper: DraftKeeper, memberId: string, recorder: () => Recorder | undefined): Sending {
  const { i18n } = useLingui();
  const times = useTimes();
  const navigate = useNavigate();
  const [now, setNow] = useState<Pick<Sending, 'state' | 'problem'>>({ state: 'none' });
  const running = useRef<AbortController>(undefined);

  const send = async () => {
    if (running.current) return;
    const abort = new AbortController();
    running.current = abort;
    setNow({ state: 'sending' });
    try {
      await recorder()?.stop();
      setNow({ state: navigator.onLine ? 'sending' : 'waiting' });
      const outcome = await untilAnswered(keeper, abort.signal, () => setNow({ state: 'waiting' }));
      if (outcome.is === 'sent') return await leave(outcome, keeper.get().draft);
      setNow({ state: 'none', problem: sentenceFor(outcome) });
    } catch (error) {
      const isCancelled = abort.signal.aborted;
      setNow({ state: 'none', problem: isCancelled ? undefined : attachmentProblem(error) });
    } finally {
      running.current = undefined;
    }
  };

  const sentenceFor = (outcome: Exclude<Sent, { is: 'sent' }>): string =>
    outcome.is === 'refused'
      ? outcome.message
      : i18n._('Your session has ended. Sign in in another tab, then send again: nothing is lost.');
  const attachmentProblem = (error: unknown): string =>
    error instanceof Error && !['lost', 'dropped'].includes(error.message)
      ? error.message
      : i18n._('One of the files did not arrive. Remove it and add it again.');

  const leave = async (sent: Extract<Sent, { is: 'sent' }>, draft: Draft) => {
    await keeper.end();
    const isScheduled = draft.publishAt !== undefined;
    const names = times.list(whoHasIt(sent.responses, Date.now()).map(firstName).slice(0, 3));
    const undo = async () => {
      const back = await takeBack(sent.postId, isScheduled);
      if (back.problem !== undefined) {
        const text = back.problem || i18n._('The hub could not be reached: it stays sent.');
        return notice({ text, isProblem: true });
      }
      const key = crypto.randomUUID();
      draftStore.put(memberId, { ...draft, key, serverId: back.draftId, onServer: undefined });
      await navigate({ to: '/new', search: { draft: key } });
      notice({
        text: names
          ? i18n._('Taken back. {names} may have seen it already.', { names })
          : i18n._('Taken back. Nobody had it yet.'),
      });
    };
    if (isScheduled) {
      notice({ text: i18n._('It will be sent: {time}', { time: times.due(draft.publishAt!) }), undo });
      return navigate({ to: '/drafts' });
    }
    notice({
      text: names ? i18n._('Sent. It has reached {names}.', { names }) : i18n._('Sent. Nobody is disturbed by it now.'),
      undo,
    });
    return navigate({ to: '/t/$threadId', params: { threadId: sent.threadId } });
  };

  return { ...now, send, cancel: () => running.current?.abort(new Error('cancelled')) };
}

async function untilAnswered(keeper: DraftKeeper, signal: AbortSignal, wait: () => void): Promise<Sent> {
  for (;;) {
    const { draft } = keeper.get();
    const mediaIds = await Promise.all(
      draft.attachments.map(({ mediaId, uploadId }) => mediaId ?? mediaIdOf(uploadId!, signal)),
    );
    const outcome = await postDraft(draft, mediaIds);
    if (outcome.is !== 'lost') return outcome;
    wait();
    await pause(AGAIN_MS, signal);
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(end, ms);
    function end() {
      clearTimeout(timer);
      removeEventListener('online', end);
      signal.removeEventListener('abort', end);
      if (signal.aborted) reject(signal.reason);
      else resolve();
    }
    addEventListener('online', end);
    signal.addEventListener('abort', end);
  });
