/** What the recorder may write, best first: MP4 needs no rewriting to be playable everywhere. */
const PICTURE = [
  'video/mp4;codecs=avc1.640028,opus',
  'video/mp4;codecs=avc1.42E01F,opus',
  'video/mp4;codecs=avc1.42E01F,mp4a.40.2',
  'video/webm;codecs=vp9,opus',
  'video/webm;codecs=vp8,opus',
  'video/webm',
  'video/mp4',
];
const VOICE = [
  'audio/mp4;codecs=opus',
  'audio/mp4;codecs=mp4a.40.2',
  'audio/webm;codecs=opus',
  'audio/webm',
  'audio/mp4',
];

/** The best type that this browser writes; undefined where it records nothing at all. */
export function recordingType(hasPicture: boolean, isSupported: (type: string) => boolean): string | undefined {
  return (hasPicture ? PICTURE : VOICE).find(isSupported);
}

export const extensionOf = (mimeType: string): string => {
  const isMp4 = mimeType.includes('/mp4');
  if (mimeType.startsWith('audio/')) return isMp4 ? 'm4a' : 'weba';
  return isMp4 ? 'mp4' : 'webm';
};
