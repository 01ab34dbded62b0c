import { useSyncExternalStore } from 'react';
import type { Recorder } from '../recorder';

const nothing = () => () => undefined;

/** Something is being recorded right now. */
export function useRecorderPhase(recorder: Recorder | undefined): boolean {
  const phase = useSyncExternalStore(recorder?.subscribe ?? nothing, () => recorder?.get().phase);
  return phase === 'recording' || phase === 'paused' || phase === 'stopping';
}
