import { type Actor, type Id, isAdministrator } from '#kernel';
import type { MediaKind, MediaStatus } from './media.entity.js';

/** What is played or shown on our own origin as it is: recordings and pictures that hold no script. */
const inlineTypes = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/apng',
  'image/bmp',
  'image/heic',
]);
/** Types that a browser could run as a page or read as one; they leave as bytes without a meaning. */
const activeType = /html|xml|svg|javascript|ecmascript|xsl|mathml|x-shockwave|multipart\//;

/** `video/webm;codecs=vp8` as `video/webm`. */
export const essence = (mimeType: string): string => mimeType.split(';', 1)[0]!.trim().toLowerCase();

/** Whether a media type announces a video or sound. */
export const isRecording = (mimeType: string): boolean => /^(video|audio)\//.test(essence(mimeType));

/** The kind that a media type announces; `FILE` for pictures that can hold scripts. */
export function kindOf(mimeType: string): MediaKind {
  const type = essence(mimeType);
  if (type.startsWith('video/')) return 'VIDEO';
  if (type.startsWith('audio/')) return 'AUDIO';
  return inlineTypes.has(type) ? 'IMAGE' : 'FILE';
}

/** How a file leaves: under which type, and whether a browser may show it rather than save it. */
export function serving(mimeType: string): { contentType: string; isInline: boolean } {
  const type = essence(mimeType);
  if (activeType.test(type)) return { contentType: 'application/octet-stream', isInline: false };
  return { contentType: type, isInline: inlineTypes.has(type) || isRecording(type) };
}

/** Who may ask for another try, of those who may see the item or not. */
export const mayRetry = (actor: Actor, ownerId: Id): boolean => actor.memberId === ownerId || isAdministrator(actor);

/** Another try needs the file: an upload that never arrived is made anew. */
export const canBeRetried = (media: { status: MediaStatus; original_key: string | null }): boolean =>
  media.status === 'FAILED' && media.original_key !== null;

/** A recording that plays and could not be written down. */
export const canBeTranscribedAgain = (media: { status: MediaStatus; transcript: { status: string } | null }): boolean =>
  media.status === 'READY' && media.transcript?.status === 'FAILED';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const unseen = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** The last part of a path, without what hides or turns text. @returns undefined where nothing is left */
export function cleanFilename(filename: string): string | undefined {
  const last = filename.normalize('NFC').replace(unseen, '').split(/[/\\]/).at(-1)!.trim();
  return last === '' || last === '.' || last === '..' ? undefined : last.slice(0, 255);
}
