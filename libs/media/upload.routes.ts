import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ERRORS, Server } from '@tus/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '#config';
import { unauthenticated } from '#graph';
import { actorOfRequest, requireScope, SessionService } from '#identity';
import { type Actor, HubError, localId } from '#kernel';
import { noSuchMedia } from './media.errors.js';
import { answerError } from './plain-answer.js';
import { SharedLocks } from './shared-locks.js';
import type { UploadRow } from './upload.repository.js';
import { UPLOAD_LIFE_MS, UploadService } from './upload.service.js';
import { UploadArrival } from './upload-arrival.js';
import { checksumAlgorithms, readChecksum } from './upload-checksum.js';
import { readCreation } from './upload-creation.js';
import { UploadStore } from './upload-store.js';

/** How long the answer to the last byte waits for the item to become playable; the work goes on behind it. */
const ARRIVAL_PATIENCE_MS = 3_000;
/** How long a request that is asked to make way may still write what it has. */
const DRAIN_MS = 250;
const ALGORITHMS = checksumAlgorithms.join(',');
const METHODS = ['HEAD', 'PATCH', 'DELETE', 'OPTIONS', 'POST', 'GET'] as const;
const ALLOWED = 'HEAD, PATCH, DELETE, OPTIONS';
const TUS = { 'tus-resumable': '1.0.0' };

const NO_ROOM =
  'This is more than was announced, or than there is room for. What has arrived is kept: finish it as it is, or make room and resume.\n';

type UploadRequest = FastifyRequest<{ Params: { uploadId?: string } }>;

/** From both forms: tus reads the raw one. */
function dropHeader(request: IncomingMessage, name: string): void {
  delete request.headers[name];
  const at = request.rawHeaders.findIndex((text, index) => index % 2 === 0 && text.toLowerCase() === name);
  if (at >= 0) request.rawHeaders.splice(at, 2);
}

/**
 * The tus 1.0 side of uploads that `createUpload` opened. Every request carries the owner's credential, so an address
 * alone opens nothing.
 */
@Injectable()
export class UploadRoutes implements OnModuleInit {
  private readonly logger = new Logger(UploadRoutes.name);
  private readonly tus: Server;

  constructor(
    private readonly adapterHost: HttpAdapterHost,
    private readonly sessions: SessionService,
    private readonly uploads: UploadService,
    private readonly arrival: UploadArrival,
    private readonly store: UploadStore,
    locks: SharedLocks,
    config: Config,
  ) {
    this.tus = new Server({
      path: '/uploads',
      datastore: store,
      locker: locks,
      allowedHeaders: ['Upload-Checksum'],
      lockDrainTimeout: DRAIN_MS,
      // None is said as 0, so that where nothing is left there is one byte.
      maxSize: async (_request, id) =>
        id ? Math.max(1, await this.uploads.mostBytes(id)) : config.values.MAX_UPLOAD_BYTES,
      disableTerminationForFinishedUploads: true,
      getFileIdFromRequest: (_request, last) => (last ? localId('Media', last) : undefined),
      onUploadFinish: async (_request, { id }) => {
        await Promise.race([this.takeIn(id), sleep(ARRIVAL_PATIENCE_MS, undefined, { ref: false })]);
        return {};
      },
      onResponseError: (_request, error) => this.describe(error),
    });
  }

  onModuleInit(): void {
    const fastify = this.adapterHost.httpAdapter?.getInstance<FastifyInstance>();
    void fastify?.register(async (scope) => {
      // Bytes go from the socket to the disk: nothing may read or collect the body before.
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
      scope.setErrorHandler((error, _request, reply) => answerError(error, reply));
      for (const url of ['/uploads', '/uploads/:uploadId']) {
        scope.route({ method: [...METHODS], url, exposeHeadRoute: false, handler: this.handle });
      }
    });
  }

  private readonly handle = async (request: UploadRequest, reply: FastifyReply): Promise<unknown> => {
    // A client behind a proxy that lets no PATCH through names its method in a header (tus 1.0, X-HTTP-Method-Override).
    const override = request.method === 'POST' && request.headers['x-http-method-override'];
    const method = override || request.method;
    if (method === 'POST' && !request.params.uploadId) return this.create(request, reply);
    if (!ALLOWED.includes(String(method))) return reply.code(405).header('allow', ALLOWED).send();
    if (method !== 'OPTIONS') {
      const { byte_size: known } = await this.requireOwn(request);
      // The last part says the length; sent again after a broken connection it says it again, which tus would refuse.
      if (known !== null && request.raw.headers['upload-length'] === String(known)) {
        dropHeader(request.raw, 'upload-length');
      }
    }
    const said = method === 'PATCH' ? request.headers['upload-checksum'] : undefined;
    const checksum = said === undefined ? undefined : readChecksum(String(said));
    if (said !== undefined && !checksum) return reply.code(400).headers(TUS).send(`Use ${ALGORITHMS}.\n`);
    request.raw.method = String(method);
    reply.hijack();
    if (method === 'OPTIONS') reply.raw.setHeader('tus-checksum-algorithm', ALGORITHMS);
    const handle = (): Promise<unknown> => this.tus.handle(request.raw, reply.raw);
    await (checksum ? this.store.expecting(checksum, handle) : handle());
  };

  /** What `createUpload` does, for clients that know tus alone. */
  private async create(request: UploadRequest, reply: FastifyReply): Promise<unknown> {
    const actor = await this.requireWriter(request);
    const { uploadUrl, media } = await this.uploads.create(actor, readCreation(request.headers));
    const expires = new Date(Date.parse(media.createdAt) + UPLOAD_LIFE_MS).toUTCString();
    return reply
      .code(201)
      .headers({ ...TUS, location: uploadUrl, 'upload-expires': expires })
      .send();
  }

  private async requireWriter(request: UploadRequest): Promise<Actor> {
    const actor: Actor | undefined = await actorOfRequest(this.sessions, request);
    if (!actor) throw unauthenticated();
    requireScope(actor, 'WRITE');
    return actor;
  }

  private async requireOwn(request: UploadRequest): Promise<UploadRow> {
    const actor = await this.requireWriter(request);
    const id = localId('Media', request.params.uploadId ?? '');
    const upload = id ? await this.uploads.find(id) : undefined;
    if (upload?.owner_id !== actor.memberId) throw noSuchMedia();
    return upload;
  }

  /** The bytes are on disk: what fails from here on is not the client's, and the sweeper tries it again. */
  private async takeIn(id: string): Promise<void> {
    try {
      await this.arrival.takeIn(id);
    } catch (error) {
      this.logger.error(`The upload ${id} arrived and could not be taken in yet`, error);
    }
  }

  /** What there is no room for, and a full disk, are said as such; what tus itself refuses stays as it is. */
  private describe(error: Error | { status_code: number; body: string }) {
    if (error === ERRORS.ERR_MAX_SIZE_EXCEEDED || error === ERRORS.ERR_SIZE_EXCEEDED)
      return { status_code: 413, body: NO_ROOM };
    if (error instanceof HubError) return { status_code: error.httpStatus, body: `${error.message}\n` };
    if (!(error instanceof Error) || 'status_code' in error) return undefined;
    this.logger.error('An upload request failed', error);
    const isFull = 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
    return isFull
      ? { status_code: 507, body: 'The disk of the hub is full: tell an administrator, and resume later.\n' }
      : { status_code: 500, body: 'Something went wrong on our side: resume in a moment.\n' };
  }
}
