import type { Draft } from './draft';

const PREFIX = 'meantime.draft.';
const nameOf = (memberId: string, key: string) => `${PREFIX}${memberId}.${key}`;

/** Drafts on this device, each keystroke at once: localStorage is there before the next frame, and after a crash. */
export const draftStore = {
  /** @returns false where this device has no room left */
  put(memberId: string, draft: Draft): boolean {
    try {
      localStorage.setItem(nameOf(memberId, draft.key), JSON.stringify(draft));
      return true;
    } catch {
      return false;
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
