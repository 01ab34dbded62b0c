/** What a message asks, as a shape: colour is never the only sign. */
export type GlyphKind = 'fyi' | 'due' | 'acknowledge' | 'decide' | 'urgent';

/** @param left for `due`: how much of the time is left, 0 to 1; the clock fills as it passes */
export function Glyph({ kind, left = 1 }: { kind: GlyphKind; left?: number }) {
  return (
    <svg className="g" viewBox="0 0 20 20" aria-hidden="true">
      {kind === 'fyi' && <circle cx="10" cy="10" r="6.2" strokeDasharray="2.6 2.3" />}
      {kind === 'due' && (
        <>
          <circle cx="10" cy="10" r="7.2" />
          <path className="pie" d={pie(1 - left)} />
        </>
      )}
      {kind === 'acknowledge' && (
        <>
          <path d="M10 2.9 16 5v4.7c0 3.6-2.4 6-6 7.6-3.6-1.6-6-4-6-7.6V5z" />
          <path d="m7.3 10 2 2 3.6-3.9" />
        </>
      )}
      {kind === 'decide' && (
        <path d="M10 16.800V10.500M10 10.500 5 5M10 10.500 15 5M5 8.500V5h3.500M15 8.500V5h-3.500" />
      )}
      {kind === 'urgent' && <path d="M10.9 2.8 4.6 11.2h4.6l-.9 6 6.3-8.4H10z" />}
    </svg>
  );
}

const RADIUS = 4.6;

/** A slice of a clock from twelve on, never quite empty and never quite whole. */
function pie(part: number): string {
  const angle = 2 * Math.PI * Math.min(0.96, Math.max(0.08, part));
  const x = 10 + RADIUS * Math.sin(angle);
  const y = 10 - RADIUS * Math.cos(angle);
  return `M10 10V${10 - RADIUS}A${RADIUS} ${RADIUS} 0 ${angle > Math.PI ? 1 : 0} 1 ${x.toFixed(2)} ${y.toFixed(2)}Z`;
}
