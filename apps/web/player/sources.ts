export interface Source {
  url: string;
  /** A playlist: played natively where the browser can, else by hls.js. */
  isHls: boolean;
}

interface Playable {
  kind: string;
  status: string;
  hlsUrl: string | null;
  mp4Url: string | null;
  audioUrl: string | null;
  originalUrl: string | null;
}

/**
 * What may be played, best first: streaming copies when they are all there, else one file, else what was uploaded,
 * which plays from the moment the upload ends.
 */
export function sourcesOf({ kind, status, hlsUrl, mp4Url, audioUrl, originalUrl }: Playable): Source[] {
  const files =
    kind === 'AUDIO'
      ? [audioUrl, originalUrl, mp4Url].map((url) => ({ url, isHls: false }))
      : [
          { url: status === 'READY' ? hlsUrl : null, isHls: true },
          { url: mp4Url, isHls: false },
          { url: originalUrl, isHls: false },
          { url: status === 'READY' ? null : hlsUrl, isHls: true },
        ];
  return files.filter((one): one is Source => one.url !== null);
}

/** Two addresses of one file: only what signs them differs. */
export function isSameFile(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return pathOf(one) === pathOf(other);
}

const pathOf = (url: string): string => url.replace(/[?#].*$/, '').replace(/^https?:\/\/[^/]+/, '');
