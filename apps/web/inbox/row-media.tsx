import { duration, useLingui } from '../language';
import type { Item } from './items';

const BARS = 14;

/** The first recording of a post, small: its poster or its waveform, and its length. */
export function RowMedia({ media }: { media: Item['post']['media'] }) {
  const { i18n } = useLingui();
  const first =
    media.find(({ kind }) => kind === 'VIDEO' || kind === 'AUDIO') ?? media.find(({ kind }) => kind === 'IMAGE');
  if (!first) return null;
  const length = first.durationSeconds ? duration(first.durationSeconds) : '';
  if (first.kind === 'AUDIO') {
    return (
      <span className="voice">
        <Wave levels={first.waveform ?? []} />
        {length}
        <span className="sr">{i18n._('voice note')}</span>
      </span>
    );
  }
  return (
    <span className="clip">
      {first.posterUrl && <img src={first.posterUrl} alt="" loading="lazy" decoding="async" />}
      {length && <span className="len">{length}</span>}
      <span className="sr">{first.kind === 'VIDEO' ? i18n._('video') : i18n._('picture')}</span>
    </span>
  );
}

function Wave({ levels }: { levels: number[] }) {
  const step = Math.max(1, levels.length / BARS);
  const bars = Array.from({ length: BARS }, (_, bar) =>
    Math.max(0.12, Math.min(1, levels[Math.floor(bar * step)] ?? 0.3)),
  );
  return (
    <svg width="61" height="16" fill="currentColor" aria-hidden="true">
      {bars.map((level, bar) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars have no names
        <rect key={bar} x={bar * 4.4} y={8 - level * 8} width="2.4" height={level * 16} rx="1.2" />
      ))}
    </svg>
  );
}
