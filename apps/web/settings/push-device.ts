/** How this browser stands to notifications. */
export type PushState = 'unsupported' | 'refused' | 'off' | 'on';

/** What the hub needs to reach this browser. */
export interface Registration {
  endpoint: string;
  p256dh: string;
  auth: string;
}

const isSupported = (): boolean => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

/** What this browser has asked its push service for, if anything. */
export async function subscription(): Promise<PushSubscription | null> {
  if (!isSupported()) return null;
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** @param isKnown whether the hub has this endpoint */
export async function pushState(isKnown: boolean): Promise<PushState> {
  if (!isSupported()) return 'unsupported';
  if (Notification.permission === 'denied') return 'refused';
  return isKnown && (await subscription()) ? 'on' : 'off';
}

/**
 * Asks the person, then the browser's push service.
 * @param publicKey the hub's, base64url
 * @returns undefined where the person said no
 * @throws DOMException where the push service is not to be had
 */
export async function subscribe(publicKey: string): Promise<Registration | undefined> {
  if ((await Notification.requestPermission()) !== 'granted') return undefined;
  const { pushManager } = await navigator.serviceWorker.ready;
  const before = await pushManager.getSubscription();
  // Of another hub's key, or of one before the secret changed.
  if (before && keyOf(before) !== publicKey) await before.unsubscribe();
  const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
  const { endpoint, keys } = made.toJSON();
  return { endpoint: endpoint!, p256dh: keys!.p256dh!, auth: keys!.auth! };
}

function keyOf({ options }: PushSubscription): string {
  const bytes = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer(0));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}
