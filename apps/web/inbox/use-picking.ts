import { useState } from 'react';

/** Which row the keys act on, and which rows are picked together. Rows are known by their ids: lists move. */
export function usePicking(ids: readonly string[], reveal: (id: string) => void) {
  const [currentId, setCurrent] = useState<string>();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const at = currentId === undefined ? -1 : ids.indexOf(currentId);
  // The row after the one that went takes its place.
  const [lastAt, setLastAt] = useState(0);
  const index = at >= 0 ? at : Math.min(lastAt, ids.length - 1);
  const id = ids[index];

  const goTo = (next: number) => {
    const bounded = Math.max(0, Math.min(ids.length - 1, next));
    const target = ids[bounded];
    if (target === undefined) return;
    setCurrent(target);
    setLastAt(bounded);
    reveal(target);
  };
  const toggle = (target = id) => {
    if (target === undefined) return;
    setPicked((before) => {
      const after = new Set(before);
      if (!after.delete(target)) after.add(target);
      return after;
    });
  };
  return {
    id,
    picked,
    /** What an act applies to: the picked rows, else the current one. */
    chosen: picked.size > 0 ? ids.filter((one) => picked.has(one)) : id === undefined ? [] : [id],
    /** By pointer or focus: nothing scrolls. */
    point(target: string) {
      setCurrent(target);
      setLastAt(ids.indexOf(target));
    },
    next: () => goTo(currentId === undefined ? 0 : index + 1),
    previous: () => goTo(index - 1),
    first: () => goTo(0),
    last: () => goTo(ids.length - 1),
    toggle,
    extend() {
      if (id !== undefined) setPicked((before) => new Set([...before, id, ids[index + 1] ?? id]));
      goTo(index + 1);
    },
    clear: () => setPicked(new Set()),
  };
}
