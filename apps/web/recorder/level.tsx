import { useEffect, useRef } from 'react';
import { useLingui } from '../language';
import type { Capture } from './capture';
import { heightOf } from './silence';

const PER_SECOND = 12;

/** The last moments of the microphone, drawn past React: twelve times a second is no work for a tree. */
export function Level({ capture, bars = 11, height = 22 }: { capture: Capture; bars?: number; height?: number }) {
  const { i18n } = useLingui();
  const row = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const heights = new Array<number>(bars).fill(0);
    const timer = setInterval(() => {
      heights.push(heightOf(capture.level()));
      heights.shift();
      const lines = row.current?.children ?? [];
      for (const [index, line] of [...lines].entries())
        (line as HTMLElement).style.blockSize = `${Math.max(3, (heights[index] ?? 0) * height)}px`;
    }, 1000 / PER_SECOND);
    return () => clearInterval(timer);
  }, [capture, bars, height]);
  return (
    <span ref={row} className="lvl" role="img" aria-label={i18n._('Microphone level')}>
      {Array.from({ length: bars }, (_, bar) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars have no names
        <i key={bar} />
      ))}
    </span>
  );
}
