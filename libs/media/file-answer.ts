import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Storage } from '#storage';
import { noSuchMedia } from './media.errors.js';
import type { ServedFile } from './served-files.js';
import { disposition, readRange } from './served-range.js';

/** Answers with a stored file, or the part of it that is asked for. Headers of the route itself stay as they are. */
@Injectable()
export class FileAnswer {
  constructor(private readonly storage: Storage) {}

  /**
   * @param isInline false: a browser saves it and does not show it
   * @throws HubError media.not_found where the store has it no more
   */
  async send(file: ServedFile, isInline: boolean, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const stored = await this.storage.stat(file.key);
    if (!stored) throw noSuchMedia();
    const etag = `"${createHash('sha256').update(`${file.key} ${stored.byteSize}`).digest('base64url').slice(0, 22)}"`;
    reply.headers({
      'content-type': file.contentType,
      'content-disposition': disposition(isInline, file.filename),
      'accept-ranges': 'bytes',
      etag,
    });
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();

    const ifRange = request.headers['if-range'];
    const range = ifRange && ifRange !== etag ? 'all' : readRange(request.headers.range, stored.byteSize);
    if (range === 'unsatisfiable') {
      return reply.code(416).header('content-range', `bytes */${stored.byteSize}`).type('text/plain').send('');
    }
    const start = range === 'all' ? 0 : range.start;
    const end = range === 'all' ? stored.byteSize - 1 : range.end;
    if (range !== 'all') reply.code(206).header('content-range', `bytes ${start}-${end}/${stored.byteSize}`);
    reply.header('content-length', end - start + 1);
    if (request.method === 'HEAD' || stored.byteSize === 0) return reply.send();
    const { stream } = await this.storage.get(file.key, { start, end });
    return reply.send(stream);
  }
}
