import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { Icon } from '../design';
import { useLingui } from '../language';
import { chaptersOf } from './chapters';
import { Controls } from './controls';
import { useDeck, usePlayback } from './deck';
import { type MediaNow, MediaTalk } from './media';
import { Caption, ChapterSaid, type PartProps } from './parts';
import type { Playback } from './playback';
import { usePlayerPreferences } from './player-preferences';
import { Broken, InTheMaking } from './states';
import { useCaptions } from './use-captions';
import { useMedia } from './use-media';
import { useSource } from './use-source';
import { VoicePlayer } from './voice-player';
import './player.css';

export interface PlayerProps {
  media: MediaNow;
  /** For screen readers: whose recording, of what. */
  label: string;
  onMoment?: (id: string) => void;
}

/** A recording that is watched or heard: the browser's own element, our own controls. */
export function Player({ media: given, label, onMoment = () => undefined }: PlayerProps) {
  const media = useMedia(given);
  const playback = useDeck().of(media.id);
  const [element, setElement] = useState<HTMLMediaElement | null>(null);
  const take = useCallback(
    (next: HTMLMediaElement | null) => {
      playback.attach(next);
      setElement(next);
    },
    [playback],
  );
  const { speed, captionsOn, skipSilence } = usePlayerPreferences();
  const { isBroken, hasSource, retry } = useSource(playback, media, element);
  useCaptions(playback, element, media.captionsUrl, captionsOn);
  const { chapters, moments } = useTalk(media, playback);
  useEffect(() => playback.setDuration(media.durationSeconds), [playback, media.durationSeconds]);
  useEffect(() => playback.setRate(speed), [playback, speed]);
  useEffect(
    () => playback.skipSilences(skipSilence ? (media.silences ?? []) : []),
    [playback, media.silences, skipSilence],
  );

  if (!hasSource || media.status === 'FAILED') return <Broken media={media} />;
  const track = media.captionsUrl && <track kind="captions" src={media.captionsUrl} />;
  const shared = { media, playback, chapters, moments, label, onMoment };
  return (
    <>
      {media.kind === 'AUDIO' ? (
        <VoicePlayer {...shared}>
          {/* biome-ignore lint/a11y/useMediaCaption: captions are given where there are any */}
          <audio ref={take} preload="none">
            {track}
          </audio>
        </VoicePlayer>
      ) : (
        <Picture {...shared}>
          {/* biome-ignore lint/a11y/useMediaCaption: captions are given where there are any */}
          <video
            ref={take}
            playsInline
            poster={media.posterUrl ?? undefined}
            preload={media.posterUrl ? 'none' : 'metadata'}
            aria-label={label}
            onClick={() => playback.toggle()}
          >
            {track}
          </video>
        </Picture>
      )}
      {isBroken && <Broken media={media} onRetry={retry} />}
      <InTheMaking media={media} />
    </>
  );
}

function Picture({ media, playback, chapters, moments, label, onMoment, children }: PartProps) {
  const { i18n } = useLingui();
  const figure = useRef<HTMLElement>(null);
  const isPlaying = usePlayback(playback, (now) => now.isPlaying);
  const isWaiting = usePlayback(playback, (now) => now.isWaiting);
  const hasStarted = usePlayback(playback, (now) => now.hasStarted);
  const video = () => figure.current?.querySelector('video');
  return (
    <figure
      ref={figure}
      className={`player${isPlaying ? ' playing' : ''}`}
      aria-label={label}
      aria-busy={isWaiting}
      data-media={media.id}
      style={{ '--shape': shapeOf(media) } as React.CSSProperties}
    >
      {children}
      {!hasStarted && (
        <button type="button" className="start" aria-label={i18n._('Play')} onClick={() => void playback.play()}>
          <Icon name="play" />
        </button>
      )}
      <Controls
        playback={playback}
        chapters={chapters}
        moments={moments}
        storyboardUrl={media.storyboardUrl}
        stillsUrl={media.mp4Url ?? media.originalUrl}
        hasCaptions={media.captionsUrl !== null}
        hasSilences={(media.silences?.length ?? 0) > 0}
        onMoment={onMoment}
        onFullscreen={() => toggleFullscreen(figure.current)}
        onFloat={document.pictureInPictureEnabled ? () => void video()?.requestPictureInPicture() : undefined}
      />
      <Caption playback={playback} />
      <ChapterSaid playback={playback} chapters={chapters} />
    </figure>
  );
}

const shapeOf = ({ width, height }: MediaNow) => (width && height ? `${width} / ${height}` : '16 / 9');

export function toggleFullscreen(figure: HTMLElement | null | undefined): void {
  if (document.fullscreenElement) return void document.exitFullscreen();
  if (figure?.requestFullscreen) return void figure.requestFullscreen();
  // An iPhone shows only the video itself on the whole screen.
  const video = figure?.querySelector('video') as { webkitEnterFullscreen?: () => void } | null | undefined;
  video?.webkitEnterFullscreen?.();
}

/** Chapters and comments: asked for beside the recording, which does not wait for them. */
function useTalk(media: MediaNow, playback: Playback) {
  const [{ data }] = useQuery({ query: MediaTalk, variables: { id: media.id } });
  const length = usePlayback(playback, (now) => now.duration) || media.durationSeconds || 0;
  const talk = data?.media;
  return useMemo(
    () => ({
      chapters: chaptersOf(talk?.transcript?.chapters ?? [], length),
      moments: (talk?.moments ?? []).flatMap(({ id, author, moment, deletedAt }) =>
        moment && !deletedAt ? [{ id, author, seconds: moment.seconds }] : [],
      ),
    }),
    [talk, length],
  );
}
