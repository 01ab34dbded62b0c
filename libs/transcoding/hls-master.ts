/** One media playlist of a master playlist, measured. */
export interface MeasuredPlaylist {
  uri: string;
  /** Of its largest segment, bits a second. */
  peakBps: number;
  averageBps: number;
}

export interface VideoPlaylist extends MeasuredPlaylist {
  width: number;
  height: number;
  frameRate: number;
  /** Ten times: 31 is level 3.1. */
  level: number;
}

/** High profile without constraints, and its level in hex. @see RFC 6381, section 3.3 */
const avcCodec = (level: number): string => `avc1.6400${level.toString(16).padStart(2, '0')}`;
const AAC_CODEC = 'mp4a.40.2';

/**
 * The master playlist with bandwidths as they really are; largest rung first, sound alone last.
 * @see RFC 8216, section 4.3.4
 */
export function hlsMaster(videos: readonly VideoPlaylist[], audio: MeasuredPlaylist | null): string {
  const lines = ['#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-INDEPENDENT-SEGMENTS'];
  if (audio && videos.length > 0)
    lines.push(`#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",NAME="Sound",DEFAULT=YES,AUTOSELECT=YES,URI="${audio.uri}"`);
  for (const video of videos) {
    const attributes = [
      `BANDWIDTH=${video.peakBps + (audio?.peakBps ?? 0)}`,
      `AVERAGE-BANDWIDTH=${video.averageBps + (audio?.averageBps ?? 0)}`,
      `RESOLUTION=${video.width}x${video.height}`,
      `FRAME-RATE=${video.frameRate.toFixed(3)}`,
      `CODECS="${[avcCodec(video.level), ...(audio ? [AAC_CODEC] : [])].join(',')}"`,
      ...(audio ? ['AUDIO="sound"'] : []),
    ];
    lines.push(`#EXT-X-STREAM-INF:${attributes.join(',')}`, video.uri);
  }
  if (audio) {
    lines.push(
      `#EXT-X-STREAM-INF:BANDWIDTH=${audio.peakBps},AVERAGE-BANDWIDTH=${audio.averageBps},CODECS="${AAC_CODEC}"${videos.length > 0 ? ',AUDIO="sound"' : ''}`,
      audio.uri,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** Segments of a media playlist with their lengths: what its bandwidth is measured from. */
export function segmentsOf(playlist: string): { uri: string; seconds: number }[] {
  const segments: { uri: string; seconds: number }[] = [];
  let seconds = 0;
  for (const line of playlist.split('\n')) {
    if (line.startsWith('#EXTINF:')) seconds = Number.parseFloat(line.slice(8));
    else if (line && !line.startsWith('#')) segments.push({ uri: line, seconds });
  }
  return segments;
}
