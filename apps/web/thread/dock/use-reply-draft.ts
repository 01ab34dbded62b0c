import { useCallback, useEffect, useRef, useState } from 'react';
import { ask, client } from '../../api';
import { DiscardReplyDraft, DraftsElsewhere, SaveReplyDraft } from './draft-documents';
import { emptyDraft, isEmpty, type ReplyDraft, replyStore } from './reply-draft';

const SERVER_AFTER_MS = 2_000;

/** The answer that is being written: kept here with each keystroke, and on the server when the hands rest. */
export function useReplyDraft(threadId: string) {
  const [draft, setDraft] = useState<ReplyDraft>(() => replyStore.get(threadId) ?? emptyDraft());
  const latest = useRef(draft);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const saving = useRef(Promise.resolve());

  const put = useCallback(
    (next: ReplyDraft) => {
      latest.current = next;
      replyStore.put(threadId, next);
      setDraft(next);
    },
    [threadId],
  );

  /** One after the other, so that the first save's id is known to the second. */
  const saveOnServer = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    saving.current = saving.current.then(async () => {
      const { body, attached, expectation, serverId, sendKey } = latest.current;
      if (isEmpty(latest.current)) {
        if (serverId) await discard(serverId);
        if (serverId && latest.current.sendKey === sendKey) put({ ...latest.current, serverId: undefined });
        return;
      }
      const mediaIds = attached.flatMap(({ mediaId }) => mediaId ?? []);
      const expectationJson = expectation ? JSON.stringify(expectation) : null;
      const input = { id: serverId ?? null, threadId, body, mediaIds, expectationJson };
      // Beside the screen: a save that fails is made up for by the next, and this device has it anyway.
      const { data } = await ask(SaveReplyDraft, { input });
      const id = data?.saveDraft.draft.id;
      if (id && latest.current.sendKey === sendKey) put({ ...latest.current, serverId: id });
      else if (id) await discard(id);
    });
  }, [put, threadId]);

  const change = useCallback(
    (part: Partial<ReplyDraft>) => {
      put({ ...latest.current, ...part });
      clearTimeout(timer.current);
      timer.current = setTimeout(saveOnServer, SERVER_AFTER_MS);
    },
    [put, saveOnServer],
  );

  /** It is a post now. */
  const clear = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const { serverId } = latest.current;
    put(emptyDraft());
    if (serverId) void discard(serverId);
  }, [put]);

  useEffect(() => {
    // What was typed last still goes when the reader leaves.
    const leave = () => timer.current !== undefined && saveOnServer();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [saveOnServer]);

  useEffect(() => {
    if (!isEmpty(latest.current)) return;
    let isOver = false;
    void client
      .query(DraftsElsewhere, {})
      .toPromise()
      .then(({ data }) => {
        const found = data?.viewer?.drafts.nodes.find(({ thread }) => thread?.id === threadId);
        if (!found || isOver || !isEmpty(latest.current)) return;
        put({
          ...latest.current,
          body: found.body,
          expectation: found.expectationJson ? JSON.parse(found.expectationJson) : undefined,
          attached: found.media.map(({ id, filename }) => ({ mediaId: id, filename })),
          serverId: found.id,
        });
      });
    return () => {
      isOver = true;
    };
  }, [put, threadId]);

  return { draft, change, clear, current: () => latest.current };
}

/** Through the cache: the list of drafts is one shorter then. */
const discard = (draftId: string) => client.mutation(DiscardReplyDraft, { input: { draftId } }).toPromise();
