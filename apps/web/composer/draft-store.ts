import type { Draft } from './draft';
import { dropMirrored, mirrorDraft, mirroredDrafts } from './draft-mirror';

const PREFIX = 'meantime.draft.';
const nameOf = (memberId: string, key: string) => `${PREFIX}${memberId}.${key}`;

/** Drafts on this device, each keystroke at once: localStorage is there before the next frame, and after a crash. */
export const draftStore = {
  /** @returns false where this device has no room left */
  put(memberId: string, draft: Draft): boolean {
    void mirrorDraft(memberId, draft);
    try {
      localStorage.setItem(nameOf(memberId, draft.key), JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  },

  /** Takes back what a crash of the whole browser cost localStorage. Once, before drafts are looked for. */
  async recover(memberId: string): Promise<void> {
    for (const draft of await mirroredDrafts(memberId)) {
      const here = read(nameOf(memberId, draft.key));
      if (!here || here.changedAt < draft.changedAt) draftStore.put(memberId, draft);
    }
  },

  /** By its own key, or by the server's id of it. */
  find(memberId: string, keyOrServerId: string): Draft | undefined {
    return (
      read(nameOf(memberId, keyOrServerId)) ??
      draftStore.all(memberId).find(({ serverId }) => serverId === keyOrServerId)
    );
  },

  /** The newest first. */
  all(memberId: string): Draft[] {
    const prefix = nameOf(memberId, '');
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(prefix))
      .flatMap((name) => read(name) ?? [])
      .toSorted((a, b) => b.changedAt - a.changedAt);
  },

  drop(memberId: string, key: string): void {
    localStorage.removeItem(nameOf(memberId, key));
    void dropMirrored(memberId, key);
  },
};

function read(name: string): Draft | undefined {
  try {
    const text = localStorage.getItem(name);
    return text ? (JSON.parse(text) as Draft) : undefined;
  } catch {
    return undefined;
  }
}
