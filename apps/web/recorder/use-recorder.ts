import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Recorder, RecorderNow } from './recorder';

export const useRecorderNow = (recorder: Recorder): RecorderNow =>
  useSyncExternalStore(recorder.subscribe, recorder.get);

/** Whole seconds recorded, as they pass. */
export function useSeconds(recorder: Recorder): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const look = () => setSeconds(Math.floor(recorder.seconds()));
    look();
    const timer = setInterval(look, 200);
    return () => clearInterval(timer);
  }, [recorder]);
  return seconds;
}

/** Asks before the page is left while something is being recorded. */
export function useStayWhile(isRecording: boolean): void {
  useEffect(() => {
    if (!isRecording) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isRecording]);
}
