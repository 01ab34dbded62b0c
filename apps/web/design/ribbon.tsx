/** A span of time with somebody's working hours as blocks: the signature of the product. */
export interface RibbonProps {
  /** Milliseconds, or ISO instants. */
  start: number;
  end: number;
  working: readonly { start: string | number; end: string | number }[];
  /** The black line. */
  now?: number;
  /** The ring. */
  due?: number;
  /** Thin, for lists of people; else a day. */
  thin?: boolean;
}

const ms = (instant: string | number) => (typeof instant === 'number' ? instant : Date.parse(instant));
const percent = (part: number) => `${(Math.min(1, Math.max(0, part)) * 100).toFixed(2)}%`;

/** Silent for screen readers: whoever shows it says the same in words beside it. */
export function Ribbon({ start, end, working, now, due, thin }: RibbonProps) {
  const at = (instant: number) => (instant - start) / Math.max(1, end - start);
  return (
    <div className={thin ? 'span' : 'ribbon'} aria-hidden="true">
      <div className="bar">
        {working.map((block) => {
          const from = Math.max(0, at(ms(block.start)));
          const to = Math.min(1, at(ms(block.end)));
          if (to <= from) return null;
          return (
            <span
              key={ms(block.start)}
              className="work"
              style={{ insetInlineStart: percent(from), inlineSize: percent(to - from) }}
            />
          );
        })}
      </div>
      {due !== undefined && <span className="due" style={{ insetInlineStart: percent(at(due)) }} />}
      {now !== undefined && <span className="now" style={{ insetInlineStart: percent(at(now)) }} />}
    </div>
  );
}
