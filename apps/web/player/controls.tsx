import { Icon, MenuButton } from '../design';
import { duration, useLingui, useTimes } from '../language';
import type { Chapter } from './chapters';
import { usePlayback } from './deck';
import type { Playback } from './playback';
import { usePlayerPreferences } from './player-preferences';
import { type Moment, Position } from './position';
import { speeds } from './speeds';

export interface ControlsProps {
  playback: Playback;
  chapters: Chapter[];
  moments: Moment[];
  storyboardUrl: string | null;
  stillsUrl: string | null;
  hasCaptions: boolean;
  hasSilences: boolean;
  onMoment: (id: string) => void;
  onFullscreen: () => void;
  /** Absent where the browser has no picture-in-picture. */
  onFloat?: () => void;
}

export function Controls(props: ControlsProps) {
  const { playback } = props;
  const { i18n } = useLingui();
  const { captionsOn, choose } = usePlayerPreferences();
  return (
    <div className="ctl">
      <div className="grp">
        <PlayButton playback={playback} />
        <Clock playback={playback} />
      </div>
      <Position {...props} />
      <div className="grp">
        <Volume playback={playback} />
        <SpeedButton playback={playback} hasSilences={props.hasSilences} />
        {props.hasCaptions && (
          <button
            type="button"
            className="ib"
            aria-pressed={captionsOn}
            aria-label={i18n._('Captions (C)')}
            title={i18n._('Captions (C)')}
            onClick={() => choose({ captionsOn: !captionsOn })}
          >
            <Icon name="captions" />
          </button>
        )}
        {props.onFloat && (
          <button
            type="button"
            className="ib float not-s"
            aria-label={i18n._('Picture in picture')}
            title={i18n._('Picture in picture')}
            onClick={props.onFloat}
          >
            <Icon name="recording" />
          </button>
        )}
        <button
          type="button"
          className="ib"
          aria-label={i18n._('Full screen (F)')}
          title={i18n._('Full screen (F)')}
          onClick={props.onFullscreen}
        >
          <Icon name="fullscreen" />
        </button>
      </div>
    </div>
  );
}

export function PlayButton({ playback }: { playback: Playback }) {
  const { i18n } = useLingui();
  const isPlaying = usePlayback(playback, (now) => now.isPlaying);
  const label = isPlaying ? i18n._('Pause (Space)') : i18n._('Play (Space)');
  return (
    <button type="button" className="ib" aria-label={label} title={label} onClick={() => playback.toggle()}>
      <Icon name={isPlaying ? 'pause' : 'play'} />
    </button>
  );
}

/** Silent: the position says it where it is asked. */
export function Clock({ playback }: { playback: Playback }) {
  const seconds = usePlayback(playback, (now) => Math.floor(now.seconds));
  const length = usePlayback(playback, (now) => now.duration);
  return (
    <span className="clock" aria-hidden="true">
      {duration(seconds)} <span className="of not-s">/ {duration(length)}</span>
    </span>
  );
}

/** How fast, and whether pauses are passed over: both are about a listener's time. */
export function SpeedButton({ playback, hasSilences }: { playback: Playback; hasSilences: boolean }) {
  const { i18n } = useLingui();
  const times = useTimes();
  const { skipSilence, choose } = usePlayerPreferences();
  const rate = usePlayback(playback, (now) => now.rate);
  const passOver = {
    label: i18n._('Skip silence'),
    isSwitch: true,
    isChosen: skipSilence,
    run: () => choose({ skipSilence: !skipSilence }),
  };
  const words = (speed: number) => i18n._('{speed}×', { speed: times.number(speed) });
  return (
    <MenuButton
      label={i18n._('Speed {speed} times', { speed: times.number(rate) })}
      title={i18n._('Speed (, and .)')}
      className="speed"
      items={[
        ...speeds.map((speed) => ({
          label: words(speed),
          isChosen: speed === rate,
          run: () => {
            playback.setRate(speed);
            choose({ playbackSpeed: speed });
          },
        })),
        ...(hasSilences ? ['line' as const, passOver] : []),
      ]}
    >
      {words(rate)}
    </MenuButton>
  );
}

export function Volume({ playback }: { playback: Playback }) {
  const { i18n } = useLingui();
  const isMuted = usePlayback(playback, (now) => now.isMuted);
  const volume = usePlayback(playback, (now) => now.volume);
  const label = isMuted ? i18n._('Sound on') : i18n._('Sound off');
  return (
    <span className="vol not-s">
      <input
        type="range"
        min={0}
        max={1}
        step={0.05}
        value={isMuted ? 0 : volume}
        aria-label={i18n._('Volume')}
        onChange={(event) => playback.setVolume(Number(event.target.value))}
      />
      <button type="button" className="ib" aria-label={label} title={label} onClick={() => playback.toggleMute()}>
        <Icon name={isMuted || volume === 0 ? 'silent' : 'volume'} />
      </button>
    </span>
  );
}
