import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import { Global, Module, type Type } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { Config } from '#config';
import { DomainEvents, Sql, UnitOfWork } from '#database';
import { recomputeCalendars, SessionService } from '#identity';
import { JobsModule } from '#jobs';
import { type Actor, Clock, type Id, ManualClock, newId, type Role, type TokenScope, tokenScopes } from '#kernel';
import { Mailer, NoMailer } from '#mail';
import {
  CopyMediaHandler,
  copyMedia,
  MediaApiModule,
  MediaWorkerModule,
  ProcessLongMediaHandler,
  ProcessMediaHandler,
  ProcessQuickMediaHandler,
  processLongMedia,
  processMedia,
  processQuickMedia,
  TranscribeMediaHandler,
  transcribeMedia,
} from '#media';
import { PostgresPubSub, PubSub } from '#pubsub';
import { type JobHandler, Queue } from '#queue';
import { NoTranscriber, Transcriber } from '#speech';
import { DiskStorage, Storage } from '#storage';
import type { TestDatabase } from './database.js';
import { MemoryQueue } from './memory-queue.js';

export interface SignedIn {
  actor: Actor;
  /** The Authorization header of a session. */
  headers: { authorization: string };
  token: string;
}

/** The media feature alone: api and worker in one process, on a real database, a real disk and a real socket. */
export interface MediaApp {
  readonly app: NestFastifyApplication;
  readonly url: string;
  readonly directory: string;
  readonly clock: ManualClock;
  readonly queue: MemoryQueue;
  readonly storage: Storage;
  readonly pubsub: PubSub;
  member(handle: string, role?: Role): Promise<SignedIn>;
  /** An access token of the member, for programs. */
  accessToken(of: SignedIn, scopes: TokenScope[]): Promise<string>;
  /** Runs the jobs that wait. @returns how many */
  work(): Promise<number>;
  close(): Promise<void>;
}

interface MediaAppOptions {
  environment?: Record<string, string>;
  /** None unless given. */
  transcriber?: Transcriber;
  /** Default: a directory of its own. */
  storage?: Storage;
  /** The data directory of an app that is gone. Default: a new one, which `close` removes. */
  directory?: string;
  /** Features above that the spec is about. */
  features?: Type[];
}

export async function mediaApp(database: TestDatabase, options: MediaAppOptions = {}): Promise<MediaApp> {
  const directory = options.directory ?? (await mkdtemp(join(tmpdir(), 'meantime-media-')));
  const clock = new ManualClock(Date.now());
  const queue = new MemoryQueue();
  const pubsub = new PostgresPubSub({ connectionString: database.url });
  const storage = options.storage ?? new DiskStorage(join(directory, 'media'));
  // The port is known when the socket listens: addresses are relative to this one, and specs put the real one in.
  const config = Config.read({
    MEANTIME_DATA_DIR: directory,
    PUBLIC_URL: 'http://hub.test',
    MEANTIME_SECRET: 'thirty-two characters of a secret',
    ...options.environment,
  });
  const provided = [
    { provide: Config, useValue: config },
    { provide: Clock, useValue: clock },
    { provide: DataSource, useValue: database.dataSource },
    { provide: Mailer, useValue: new NoMailer() },
    { provide: Queue, useValue: queue },
    { provide: PubSub, useValue: pubsub },
    { provide: Storage, useValue: storage },
    { provide: Transcriber, useValue: options.transcriber ?? new NoTranscriber() },
  ];

  @Global()
  @Module({
    providers: [...provided, UnitOfWork, Sql, DomainEvents],
    exports: [...provided.map(({ provide }) => provide), UnitOfWork, Sql, DomainEvents],
  })
  class Ground {}

  const testing = await Test.createTestingModule({
    imports: [
      Ground,
      JobsModule.of([
        processMedia,
        processLongMedia,
        processQuickMedia,
        copyMedia,
        transcribeMedia,
        recomputeCalendars,
      ]),
      MediaApiModule,
      MediaWorkerModule,
      ...(options.features ?? []),
    ],
  }).compile();
  const app = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
  await app.register(cookie);
  await app.listen(0, '127.0.0.1');

  return {
    app,
    url: (await app.getUrl()).replace('[::1]', '127.0.0.1'),
    directory,
    clock,
    queue,
    storage,
    pubsub,
    async member(handle, role = 'MEMBER') {
      const memberId = await insertMember(database, handle, role);
      const token = await app.get(SessionService, { strict: false }).open(memberId);
      const actor: Actor = { memberId, role, isBot: false, scopes: new Set(tokenScopes), credentialId: newId() };
      return { actor, token, headers: { authorization: `Bearer ${token}` } };
    },
    async accessToken({ actor }, scopes) {
      const secret = `mta_${randomBytes(32).toString('base64url')}`;
      await database.dataSource.query(
        `insert into access_tokens (id, member_id, name, token_hash, scopes, created_at) values ($1, $2, 'spec', $3, $4, now())`,
        [newId(), actor.memberId, createHash('sha256').update(secret).digest(), scopes],
      );
      return secret;
    },
    work: () =>
      queue.run(
        [
          ProcessMediaHandler,
          ProcessLongMediaHandler,
          ProcessQuickMediaHandler,
          CopyMediaHandler,
          TranscribeMediaHandler,
        ].map((handler): JobHandler => app.get(handler, { strict: false })),
      ),
    async close() {
      await app.close();
      await pubsub.close();
      if (!options.directory) await rm(directory, { recursive: true, force: true });
    },
  };
}

async function insertMember({ dataSource }: TestDatabase, handle: string, role: Role): Promise<Id> {
  const id = newId();
  await dataSource.query(
    `insert into members (id, handle, name, email, role, time_zone, week, created_at)
     values ($1, $2, $2, $3, $4, 'Europe/Berlin', '[]', now())`,
    [id, handle, `${handle}@example.org`, role],
  );
  return id;
}
