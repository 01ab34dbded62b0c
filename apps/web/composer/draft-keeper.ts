import { ask, graphql } from '../api';
import { type Draft, isEmpty, isSame, type ServerFields, toServer } from './draft';
import { draftStore } from './draft-store';

const SaveDraft = graphql(`
  mutation SaveDraft($input: SaveDraftInput!) {
    saveDraft(input: $input) {
      draft {
        id
        updatedAt
      }
    }
  }
`);
const DiscardDraft = graphql(`
  mutation DiscardDraft($input: DiscardDraftInput!) {
    discardDraft(input: $input) {
      discardedId
    }
  }
`);

/** How long the keys must rest before the server is told; while they never do, it is told this often. */
const REST_MS = 800;
const MOST_MS = 5_000;
const RETRY_MS = 10_000;

export interface KeptNow {
  draft: Draft;
  /** This device has no room: only the server has it. */
  isDeviceFull: boolean;
  server: 'saved' | 'saving' | 'away' | 'signed-out';
  savedAt?: number;
}

/** One draft while it is written: on the device with each keystroke, on the server as soon as the keys rest. */
export class DraftKeeper {
  private now: KeptNow;
  private readonly listeners = new Set<() => void>();
  private timer?: ReturnType<typeof setTimeout>;
  private dueAt?: number;
  private saving?: Promise<void>;
  private isOver = false;

  constructor(
    private readonly memberId: string,
    draft: Draft,
  ) {
    this.now = { draft, isDeviceFull: false, server: 'saved', savedAt: draft.onServer ? draft.changedAt : undefined };
    if (!isEmpty(draft) && !isSame(toServer(draft), draft.onServer)) this.plan(0);
  }

  readonly get = () => this.now;
  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly change = (change: Partial<Draft> | ((draft: Draft) => Partial<Draft>)): void => {
    const { draft } = this.now;
    const part = typeof change === 'function' ? change(draft) : change;
    const next = { ...draft, ...part, changedAt: Date.now() };
    this.keep(next);
    if (!isSame(toServer(next), next.onServer)) this.plan(REST_MS);
  };

  /** At once: the page is being hidden, or the draft is about to be left. */
  readonly flush = (): Promise<void> => {
    if (this.timer === undefined) return this.saving ?? Promise.resolve();
    this.unplan();
    return this.save();
  };

  /** Sent, or not wanted: nothing of it stays. */
  async end(): Promise<void> {
    this.isOver = true;
    this.unplan();
    await this.saving;
    draftStore.drop(this.memberId, this.now.draft.key);
    const { serverId } = this.now.draft;
    if (serverId) await ask(DiscardDraft, { input: { draftId: serverId } });
  }

  private keep(draft: Draft): void {
    const isKept = this.isOver || draftStore.put(this.memberId, draft);
    this.set({ draft, isDeviceFull: !isKept });
  }

  private plan(ms: number): void {
    if (this.isOver) return;
    const now = Date.now();
    this.dueAt ??= now + MOST_MS;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), Math.max(0, Math.min(ms, this.dueAt - now)));
  }

  private unplan(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.dueAt = undefined;
  }

  /** One at a time, so that an older text never arrives after a newer one. */
  private async save(): Promise<void> {
    await this.saving;
    this.saving = this.saveNow().finally(() => {
      this.saving = undefined;
    });
    return this.saving;
  }

  private async saveNow(): Promise<void> {
    const { draft } = this.now;
    const fields = toServer(draft);
    if (this.isOver || isSame(fields, draft.onServer)) return;
    this.set({ server: 'saving' });
    const { data, refusal, isSignedOut } = await ask(SaveDraft, { input: inputOf(draft, fields) });
    if (data) {
      this.keep({ ...this.now.draft, serverId: data.saveDraft.draft.id, onServer: fields });
      return this.set({ server: 'saved', savedAt: Date.now() });
    }
    // Discarded on another device, or named a channel that is gone: what is written here is kept all the same.
    if (refusal?.code === 'NOT_FOUND' && draft.serverId) this.keep({ ...this.now.draft, serverId: undefined });
    this.set({ server: isSignedOut ? 'signed-out' : 'away' });
    if (this.timer === undefined) this.plan(RETRY_MS);
    this.dueAt = undefined;
  }

  private set(change: Partial<KeptNow>): void {
    this.now = { ...this.now, ...change };
    for (const listener of this.listeners) listener();
  }
}

const inputOf = ({ serverId }: Draft, fields: ServerFields) => ({ ...(serverId && { id: serverId }), ...fields });
