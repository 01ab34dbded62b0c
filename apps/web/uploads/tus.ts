import { ask, graphql } from '../api';
import { noMoreRoom, noRoom } from './no-room';
import { Gone, Lost, Refused, SignedOut, type UploadServer } from './sender';

const CreateUpload = graphql(`
  mutation CreateUpload($input: CreateUploadInput!) {
    createUpload(input: $input) {
      uploadUrl
      media {
        id
      }
    }
  }
`);

const DeleteMedia = graphql(`
  mutation DeleteUploadedMedia($input: DeleteMediaInput!) {
    deleteMedia(input: $input) {
      deletedId
    }
  }
`);

/** A request that says nothing for so long is given up; the bytes that arrived of it count all the same. */
const PATIENCE_MS = 60_000;
const tus = { 'tus-resumable': '1.0.0' };

/** Where uploads go: the hub's address as this page reaches it, whatever name it has for itself. */
export const ownAddress = (uploadUrl: string): string => new URL(uploadUrl, location.href).pathname;

/** @throws Lost, SignedOut, Refused */
export async function openUpload(file: {
  filename: string;
  mimeType: string;
  byteSize?: number;
}): Promise<{ mediaId: string; uploadUrl: string }> {
  const { data, refusal, isSignedOut } = await ask(CreateUpload, { input: file });
  if (isSignedOut) throw new SignedOut();
  if (data) {
    return { mediaId: data.createUpload.media.id, uploadUrl: ownAddress(data.createUpload.uploadUrl) };
  }
  // Too many unfinished ones ends by itself as they end; what is wrong with the file does not.
  if (refusal?.reason === 'media.storage_full' || refusal?.reason === 'media.upload_too_large') {
    throw new Refused(noRoom(refusal.data as { left?: number; whose?: string; most?: number }));
  }
  if (refusal?.code === 'INVALID_INPUT' || refusal?.code === 'FORBIDDEN') throw new Refused(refusal.message);
  throw new Lost();
}

/** Speaks tus 1.0 about one recording whose length is known at its end. */
export const recordingServer = (file: { filename: string; mimeType: string }): UploadServer => ({
  open: () => openUpload(file),
  async ask(uploadUrl) {
    const answer = await request(uploadUrl, { method: 'HEAD', headers: tus });
    return {
      offset: Number(answer.headers.get('upload-offset')),
      isDeclared: answer.headers.has('upload-length'),
    };
  },
  async send(uploadUrl, offset, bytes, length) {
    const answer = await request(uploadUrl, {
      method: 'PATCH',
      body: bytes,
      headers: {
        ...tus,
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(offset),
        ...(length !== undefined && { 'upload-length': String(length) }),
      },
    });
    return Number(answer.headers.get('upload-offset'));
  },
});

async function request(url: string, init: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(url, { ...init, credentials: 'same-origin', signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch {
    throw new Lost();
  }
  if (answer.ok) return answer;
  if (answer.status === 401) throw new SignedOut();
  if (answer.status === 404 || answer.status === 410) throw new Gone();
  if (answer.status === 413) throw new Refused(noMoreRoom());
  throw new Lost();
}

/** Tells the hub that an upload is not wanted; where that fails, it forgets unfinished ones by itself after a week. */
export async function forgetUpload(unfinishedUrl: string | undefined, mediaId: string | undefined): Promise<void> {
  if (unfinishedUrl) await request(unfinishedUrl, { method: 'DELETE', headers: tus }).catch(() => undefined);
  else if (mediaId) await ask(DeleteMedia, { input: { mediaId } });
}
