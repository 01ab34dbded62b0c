import { useSyncExternalStore } from 'react';

let offlineSince: number | undefined = navigator.onLine ? undefined : Date.now();

function subscribe(listener: () => void) {
  const changed = () => {
    offlineSince = navigator.onLine ? undefined : (offlineSince ?? Date.now());
    listener();
  };
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}

/** Since when this device has no network; undefined while it has one. */
export const useOnline = (): number | undefined => useSyncExternalStore(subscribe, () => offlineSince);
