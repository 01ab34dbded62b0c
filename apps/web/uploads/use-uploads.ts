import { useSyncExternalStore } from 'react';
import { type UploadNow, uploads } from './uploads';

/** Everything that is on its way from this device. */
export const useUploads = (): readonly UploadNow[] => useSyncExternalStore(uploads.subscribe, uploads.get);

export function useUpload(id: string | undefined): UploadNow | undefined {
  return useSyncExternalStore(uploads.subscribe, () => (id === undefined ? undefined : uploads.find(id)));
}
