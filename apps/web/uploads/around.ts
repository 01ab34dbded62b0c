const EVENTS = ['online', 'focus', 'meantime:signed-in'] as const;
/** Somebody may sign in in another tab at any moment; asking is cheap. */
const SIGN_IN_MS = 5_000;

/** Waits so long, or until the network is back or somebody looks at the page again. */
export function pause(ms: number, isSignedOut: boolean): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      for (const name of EVENTS) removeEventListener(name, end);
      resolve();
    };
    const timer = setTimeout(end, isSignedOut ? Math.max(ms, SIGN_IN_MS) : ms);
    for (const name of EVENTS) addEventListener(name, end);
  });
}

/** Lets only one tab do it at a time; the next one goes on when that tab is closed. */
export async function alone(name: string, work: () => Promise<void>): Promise<void> {
  if (navigator.locks) await navigator.locks.request(name, work);
  else await work();
}

export const lockOf = (id: string): string => `meantime-upload-${id}`;

/** Tells the other tabs of this hub. */
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('meantime-uploads');
type Message = { added: string };
export const tellTabs = (message: Message): void => channel?.postMessage(message);
export const onTold = (listener: (message: Message) => void): void =>
  channel?.addEventListener('message', ({ data }: MessageEvent<Message>) => listener(data));
