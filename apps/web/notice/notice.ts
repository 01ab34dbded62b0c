/** A short line at the foot of the screen: what was done, and the way back. */
export interface Notice {
  text: string;
  /** Takes the act back. Offered while the line stands. */
  undo?: () => unknown;
  /** Another way on, such as "Try again". */
  action?: { label: string; run: () => unknown };
  /** Something failed: stays until it is closed. */
  isProblem?: boolean;
  /** How long it stands, ms. @defaultValue 10,000 with an undo, else 5,000 */
  forMs?: number;
}

export interface StandingNotice extends Notice {
  key: number;
}

let standing: readonly StandingNotice[] = [];
let nextKey = 1;
const listeners = new Set<() => void>();
const timers = new Map<number, ReturnType<typeof setTimeout>>();

/** Says it. One line a time: a new one takes the place of the last, unless that one told of a problem. */
export function notice(said: Notice): void {
  const key = nextKey++;
  for (const old of standing) if (!old.isProblem) stopTimer(old.key);
  standing = [...standing.filter((old) => old.isProblem).slice(-2), { ...said, key }];
  if (!said.isProblem)
    timers.set(
      key,
      setTimeout(() => dismiss(key), said.forMs ?? (said.undo ? 10_000 : 5_000)),
    );
  tell();
}

export function dismiss(key: number): void {
  stopTimer(key);
  standing = standing.filter((old) => old.key !== key);
  tell();
}

/** The newest line's way back, for the keyboard. */
export function undoLast(): boolean {
  const last = standing.findLast((one) => one.undo);
  if (!last) return false;
  dismiss(last.key);
  void last.undo?.();
  return true;
}

export const notices = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  get: () => standing,
};

function stopTimer(key: number) {
  clearTimeout(timers.get(key));
  timers.delete(key);
}

function tell() {
  for (const listener of listeners) listener();
}
