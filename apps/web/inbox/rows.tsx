import { useVirtualizer, useWindowVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type Ref, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';

export interface RowsHandle {
  reveal: (key: string) => void;
}

interface RowsProps<T> {
  entries: readonly T[];
  keyOf: (entry: T) => string;
  /** Points, before the entry was measured. */
  heightOf: (entry: T) => number;
  render: (entry: T) => ReactNode;
  label: string;
  onEnd?: () => void;
  ref?: Ref<RowsHandle>;
}

const PHONE = '(max-width: 760px)';

/** A list of any length of which only what is near the window is in the page. On a phone the window itself scrolls. */
export function Rows<T>(props: RowsProps<T>) {
  const isPhone = matchMedia(PHONE).matches;
  return isPhone ? <WindowRows {...props} /> : <PageRows {...props} />;
}

function PageRows<T>(props: RowsProps<T>) {
  const list = useRef<HTMLUListElement>(null);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [scrollMargin, setMargin] = useState(0);
  useLayoutEffect(() => {
    const found = list.current!.closest<HTMLElement>('.page > *');
    setScroller(found);
    if (found)
      setMargin(list.current!.getBoundingClientRect().top - found.getBoundingClientRect().top + found.scrollTop);
  }, []);
  const virtual = useVirtualizer<HTMLElement, HTMLElement>({
    ...optionsOf(props),
    getScrollElement: () => scroller,
    scrollMargin,
  });
  return <Shown {...props} list={list} virtual={virtual} />;
}

function WindowRows<T>(props: RowsProps<T>) {
  const list = useRef<HTMLUListElement>(null);
  const [scrollMargin, setMargin] = useState(0);
  useLayoutEffect(() => setMargin(list.current!.getBoundingClientRect().top + scrollY), []);
  const virtual = useWindowVirtualizer<HTMLElement>({ ...optionsOf(props), scrollMargin });
  return <Shown {...props} list={list} virtual={virtual} />;
}

const optionsOf = <T,>({ entries, keyOf, heightOf }: RowsProps<T>) => ({
  count: entries.length,
  getItemKey: (index: number) => keyOf(entries[index]!),
  estimateSize: (index: number) => heightOf(entries[index]!),
  overscan: 6,
  initialRect: { width: 800, height: 900 },
});

interface ShownProps<T> extends RowsProps<T> {
  list: Ref<HTMLUListElement>;
  virtual: Virtualizer<HTMLElement, HTMLElement> | Virtualizer<Window, HTMLElement>;
}

function Shown<T>({ entries, keyOf, render, label, onEnd, ref, list, virtual }: ShownProps<T>) {
  useImperativeHandle(ref, () => ({
    reveal(key) {
      const index = entries.findIndex((entry) => keyOf(entry) === key);
      if (index < 0) return;
      virtual.scrollToIndex(index, { align: 'auto' });
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>(`[data-row="${key}"] a`)?.focus({ preventScroll: true }),
      );
    },
  }));
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useLayoutEffect(() => {
    if (last >= entries.length - 5) onEnd?.();
  }, [last, entries.length, onEnd]);
  return (
    <ul ref={list} aria-label={label} className="rows" style={{ blockSize: virtual.getTotalSize() }}>
      {shown.map(({ index, key, start }) => (
        <li
          key={key}
          ref={virtual.measureElement}
          data-index={index}
          aria-setsize={entries.length}
          aria-posinset={index + 1}
          style={{ transform: `translateY(${start - virtual.options.scrollMargin}px)` }}
        >
          {render(entries[index]!)}
        </li>
      ))}
    </ul>
  );
}
