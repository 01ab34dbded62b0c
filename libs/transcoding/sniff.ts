import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';

/** What the bytes of a file say that it is; its name is never asked. */
export interface Sniffed {
  kind: 'VIDEO' | 'AUDIO' | 'IMAGE' | 'FILE';
  mimeType: string;
  /** Without a dot. */
  extension: string;
  /**
   * The one demuxer that may open it, or null where none may. Left to guess, ffmpeg takes playlists and scripts for
   * recordings, which name other files and addresses.
   */
  demuxer: string | null;
}

const demuxers: Readonly<Record<string, string>> = {
  'video/webm': 'matroska',
  'audio/webm': 'matroska',
  'video/matroska': 'matroska',
  'audio/x-matroska': 'matroska',
  'video/x-matroska': 'matroska',
  'video/mp4': 'mov',
  'audio/mp4': 'mov',
  'audio/x-m4a': 'mov',
  'video/x-m4v': 'mov',
  'video/quicktime': 'mov',
  'video/3gpp': 'mov',
  'video/3gpp2': 'mov',
  'video/vnd.avi': 'avi',
  'video/ogg': 'ogg',
  'audio/ogg': 'ogg',
  'application/ogg': 'ogg',
  'audio/opus': 'ogg',
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
  'audio/vnd.wave': 'wav',
  'audio/flac': 'flac',
  'audio/x-flac': 'flac',
  'audio/aac': 'aac',
  'audio/aiff': 'aiff',
  'video/mp2t': 'mpegts',
  'video/MP1S': 'mpeg',
  'video/MP2P': 'mpeg',
  'video/x-flv': 'flv',
  'video/x-ms-asf': 'asf',
  'audio/x-ms-asf': 'asf',
};

/** Text of playlists and scripts that media tools follow to other places. */
const scripts = /^(\uFEFF)?\s*(#EXTM3U|<\?xml|<MPD|ffconcat|v=0\r?\n|\[playlist\])/i;

/** @returns undefined for bytes that say nothing */
export async function sniff(path: string): Promise<Sniffed | undefined> {
  if (scripts.test(await head(path))) return undefined;
  const type = await fileTypeFromFile(path);
  if (!type) return undefined;
  const mimeType = type.mime.split(';')[0]!;
  const demuxer = demuxers[mimeType] ?? null;
  const family = mimeType.split('/')[0];
  const kind = demuxer ? (family === 'audio' ? 'AUDIO' : 'VIDEO') : family === 'image' ? 'IMAGE' : 'FILE';
  return { kind, mimeType, extension: type.ext, demuxer };
}

async function head(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}
