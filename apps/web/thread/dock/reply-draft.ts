import type { VariablesOf } from '../../api';
import type { PostReply } from '../thread-mutations';

export type ExpectationInput = NonNullable<VariablesOf<typeof PostReply>['input']['expectation']>;

/** A file or recording of an answer that is being written: on its way, or there. */
export interface Attached {
  uploadId?: string;
  mediaId?: string;
  filename: string;
}

/** An answer that is being written. */
export interface ReplyDraft {
  body: string;
  expectation?: ExpectationInput;
  attached: Attached[];
  /** The moment of a recording that it speaks of. */
  moment?: { mediaId: string; seconds: number };
  /** The server's copy. */
  serverId?: string;
  /** Sending twice what the network swallowed once must not make two posts. */
  sendKey: string;
}

export const emptyDraft = (): ReplyDraft => ({ body: '', attached: [], sendKey: crypto.randomUUID() });

export const isEmpty = ({ body, attached }: ReplyDraft): boolean => body.trim() === '' && attached.length === 0;

/** Whether it asks anybody for anything. */
export const asks = ({ expectation }: ReplyDraft): boolean => expectation !== undefined && expectation.kind !== 'FYI';

const nameOf = (threadId: string) => `meantime.reply.${threadId}`;

/** On this device, with each keystroke: there after a crash, a closed tab, a sign-out. */
export const replyStore = {
  get(threadId: string): ReplyDraft | undefined {
    try {
      const text = localStorage.getItem(nameOf(threadId));
      return text ? (JSON.parse(text) as ReplyDraft) : undefined;
    } catch {
      return undefined;
    }
  },
  put(threadId: string, draft: ReplyDraft): void {
    try {
      if (isEmpty(draft) && !draft.expectation && !draft.moment) localStorage.removeItem(nameOf(threadId));
      else localStorage.setItem(nameOf(threadId), JSON.stringify(draft));
    } catch {
      // This device is full: the server's copy remains.
    }
  },
};
