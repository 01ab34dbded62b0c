import { Clock, PlayButton, SpeedButton } from './controls';
import { usePlayback } from './deck';
import { Caption, ChapterSaid, type PartProps } from './parts';
import { Position } from './position';

const BARS = 72;

/** A voice note: its waveform is its picture, and fills as it is heard. */
export function VoicePlayer({ media, playback, chapters, moments, label, onMoment, children }: PartProps) {
  return (
    <figure className="voice-player" aria-label={label} data-media={media.id}>
      {children}
      <div className="line">
        <PlayButton playback={playback} />
        <div className="wave">
          <Wave playback={playback} peaks={media.waveform ?? []} />
          <Position playback={playback} chapters={chapters} moments={moments} stillsUrl={null} onMoment={onMoment} />
        </div>
        <Clock playback={playback} />
        <SpeedButton playback={playback} hasSilences={(media.silences?.length ?? 0) > 0} />
      </div>
      <Caption playback={playback} />
      <ChapterSaid playback={playback} chapters={chapters} />
    </figure>
  );
}

function Wave({ playback, peaks }: { playback: PartProps['playback']; peaks: readonly number[] }) {
  const played = usePlayback(playback, (now) => Math.floor((now.seconds / Math.max(0.1, now.duration)) * BARS));
  return (
    <svg viewBox={`0 0 ${BARS * 4} 40`} preserveAspectRatio="none" aria-hidden="true">
      {barsOf(peaks, BARS).map((height, bar) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
          key={bar}
          className={bar < played ? 'heard' : undefined}
          x={bar * 4 + 0.8}
          y={20 - height * 18}
          width="2.4"
          height={Math.max(2, height * 36)}
          rx="1.2"
        />
      ))}
    </svg>
  );
}

/** The loudest of each part; a quiet line where there is no waveform yet. */
function barsOf(peaks: readonly number[], count: number): number[] {
  return Array.from({ length: count }, (_, bar) => {
    const part = peaks.slice(
      Math.floor((bar / count) * peaks.length),
      Math.max(Math.floor(((bar + 1) / count) * peaks.length), Math.floor((bar / count) * peaks.length) + 1),
    );
    return part.length ? Math.max(...part) : 0.06;
  });
}
