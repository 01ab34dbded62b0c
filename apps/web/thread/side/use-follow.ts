import { type RefObject, useEffect, useRef } from 'react';

const LEAVE_ALONE_MS = 6_000;

/** Keeps what is being said in sight, unless the reader has just scrolled, or the page itself would have to move. */
export function useFollow(list: RefObject<HTMLElement | null>, segment: number): void {
  const touchedAt = useRef(0);
  useEffect(() => {
    const scroller = list.current?.closest<HTMLElement>('.panel');
    if (!scroller) return;
    const touched = () => {
      touchedAt.current = Date.now();
    };
    for (const event of ['wheel', 'touchmove', 'keydown', 'pointerdown'])
      scroller.addEventListener(event, touched, { passive: true });
    return () => {
      for (const event of ['wheel', 'touchmove', 'keydown', 'pointerdown'])
        scroller.removeEventListener(event, touched);
    };
  }, [list]);
  useEffect(() => {
    if (segment < 0 || Date.now() - touchedAt.current < LEAVE_ALONE_MS) return;
    const scroller = list.current?.closest<HTMLElement>('.panel');
    const line = list.current?.querySelector<HTMLElement>(`[data-segment="${segment}"]`);
    // On a phone the panel is a part of the page, and the page stays where the reader put it.
    if (!line || !scroller || scroller.scrollHeight <= scroller.clientHeight + 1) return;
    const box = scroller.getBoundingClientRect();
    const place = line.getBoundingClientRect();
    if (place.top > box.top + 110 && place.bottom < box.bottom - 80) return;
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    scroller.scrollBy({
      top: place.top - box.top - box.height / 3,
      behavior: isCalm ? 'auto' : 'smooth',
    });
  }, [list, segment]);
}
