import { useSyncExternalStore } from 'react';

let zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const listeners = new Set<() => void>();

/** The reader's zone: the member's own where it is known, the device's before. Every time is shown in it. */
export function setZone(next: string): void {
  if (next === zone) return;
  zone = next;
  for (const listener of listeners) listener();
}

export const currentZone = (): string => zone;

export function useZone(): string {
  return useSyncExternalStore(subscribe, currentZone);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
