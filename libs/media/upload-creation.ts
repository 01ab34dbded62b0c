import type { IncomingHttpHeaders } from 'node:http';
import { badCreation } from './media.errors.js';
import type { UploadWish } from './upload.service.js';

/** What a client that knows tus alone wants to upload. @see https://tus.io/protocols/resumable-upload#creation @throws HubError media.bad_upload_headers */
export function readCreation(headers: IncomingHttpHeaders): UploadWish {
  if (headers['tus-resumable'] !== '1.0.0') throw badCreation('Tus-Resumable');
  // Partial uploads that become one: a single upload takes parts from anywhere, so there is nothing that they would help.
  if (headers['upload-concat'] !== undefined) throw badCreation('Upload-Concat');
  const metadata = readMetadata(String(headers['upload-metadata'] ?? ''));
  const { filename = metadata.name ?? 'upload', filetype = metadata.type ?? 'application/octet-stream' } = metadata;
  return { filename, mimeType: filetype || 'application/octet-stream', byteSize: readLength(headers) };
}

function readLength(headers: IncomingHttpHeaders): number | null {
  if (headers['upload-defer-length'] === '1') return null;
  const length = String(headers['upload-length'] ?? '');
  const byteSize = Number(length);
  if (!/^\d+$/.test(length) || !Number.isSafeInteger(byteSize)) throw badCreation('Upload-Length');
  return byteSize;
}

/** `filename d29ybGQ=,filetype dmlkZW8vd2VibQ==` */
function readMetadata(header: string): Record<string, string | undefined> {
  const pairs = header.split(',').map((pair) => pair.trim().split(' '));
  return Object.fromEntries(pairs.map(([key = '', value = '']) => [key, Buffer.from(value, 'base64').toString()]));
}
