import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { Config } from '#config';
import { createDataSource, DomainEvents, Sql, UnitOfWork } from '#database';
import { HubContext } from '#graph';
import {
  AuditLog,
  IdentityApiModule,
  OrganizationService,
  recomputeCalendars,
  SessionService,
  SetupCodeService,
} from '#identity';
import { JobsModule } from '#jobs';
import { type Actor, Clock, ManualClock, type Role } from '#kernel';
import { type Mail, Mailer, NoMailer } from '#mail';
import { PostgresPubSub, PubSub } from '#pubsub';
import { Queue } from '#queue';
import { InvitationService } from '../../libs/identity/invitation.service.js';
import { InvitationAcceptance } from '../../libs/identity/invitation-acceptance.service.js';
import type { TestDatabase } from './database.js';
import { MemoryQueue } from './memory-queue.js';

/** Keeps what it is given, or fails as a server that is down. */
export class MemoryMailer extends Mailer {
  readonly isConfigured = true;
  readonly sent: Mail[] = [];
  isDown = false;

  async send(mail: Mail): Promise<void> {
    if (this.isDown) throw new Error('connection refused');
    this.sent.push(mail);
  }

  async check(): Promise<void> {
    await Promise.resolve();
  }

  async close(): Promise<void> {
    await Promise.resolve();
  }
}

interface IdentityHubOptions {
  mailer?: Mailer;
  /** Another process of this hub: the same data directory and clock. */
  beside?: { readonly directory: string; readonly clock: ManualClock };
}

export const PASSWORD = 'four words in a row';
const HOME = '192.0.2.1';

/** The identity feature as one process of a hub runs it, with a connection pool of its own. */
export async function identityHub(
  database: TestDatabase,
  { beside, mailer = new NoMailer() }: IdentityHubOptions = {},
) {
  const directory = beside?.directory ?? mkdtempSync(join(tmpdir(), 'meantime-identity-'));
  const clock = beside?.clock ?? new ManualClock(Date.parse('2026-11-23T09:00:00.000Z'));
  const pubsub = new PostgresPubSub({ connectionString: database.url });
  const dataSource = await createDataSource({
    url: database.url,
    poolSize: 8,
    entities: [],
    applicationName: 'meantime-test',
  }).initialize();
  const provided = [
    {
      provide: Config,
      useValue: Config.read({ MEANTIME_DATA_DIR: directory, PUBLIC_URL: 'https://hub.example' }),
    },
    { provide: Clock, useValue: clock },
    { provide: DataSource, useValue: dataSource },
    { provide: Mailer, useValue: mailer },
    { provide: PubSub, useValue: pubsub },
    { provide: Queue, useValue: new MemoryQueue() },
  ];

  @Global()
  @Module({
    providers: [...provided, UnitOfWork, Sql, DomainEvents],
    exports: [...provided.map(({ provide }) => provide), UnitOfWork, Sql, DomainEvents],
  })
  class Ground {}

  const app = await Test.createTestingModule({
    imports: [Ground, JobsModule.of([recomputeCalendars]), IdentityApiModule],
  }).compile();
  await app.init();
  const get = <Service>(service: new (...parts: never[]) => Service): Service =>
    app.get(service as never, { strict: false });
  const sessions = get(SessionService);

  const actorOf = async (token: string): Promise<Actor> => {
    const actor = await sessions.authenticate(token, HOME);
    if (!actor) throw new Error('Nobody is signed in with this token.');
    return actor;
  };

  let count = 0;
  return {
    get,
    clock,
    directory,
    actorOf,
    dataSource,
    /** Who acts now behind a token; undefined where nobody does. */
    authenticate: (token: string) => sessions.authenticate(token, HOME),
    contextOf: (actor?: Actor, setSessionCookie?: (token: string | undefined) => void): HubContext =>
      new HubContext(actor, 'request', HOME, setSessionCookie),

    get setupCode(): string | undefined {
      const file = join(directory, 'setup-code');
      return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
    },

    /** Makes the organisation. @returns its owner */
    async setUp(handle = 'ada'): Promise<Actor> {
      const setupCode = (await get(SetupCodeService).ensure())!;
      const { token } = await get(OrganizationService).setUp(setUpInput({ setupCode, handle }), HOME);
      return actorOf(token);
    },

    /** Invites somebody, who accepts. */
    async join(
      inviter: Actor,
      role: Role = 'MEMBER',
      handle = `person-${++count}`,
    ): Promise<Actor & { token: string }> {
      const { code } = await get(InvitationService).invite(inviter, addressOf(handle), role, []);
      const facts = { name: handle, handle, password: PASSWORD, timeZone: 'Europe/Berlin' };
      const { token } = await get(InvitationAcceptance).accept(code, facts, HOME);
      return { ...(await actorOf(token)), token };
    },

    /** What the audit log says of an action, oldest first. */
    audited: async (action: string): Promise<string[]> =>
      (await get(AuditLog).page(action, undefined, 100)).map(({ subject }) => subject).reverse(),

    async close(): Promise<void> {
      await app.close();
      await pubsub.close();
      await dataSource.destroy();
      if (!beside) rmSync(directory, { recursive: true, force: true });
    },
  };
}

export type IdentityHub = Awaited<ReturnType<typeof identityHub>>;

export const addressOf = (handle: string): string => `${handle}@orchard.example`;

export const setUpInput = (given: { setupCode: string; handle?: string }) => ({
  organizationName: 'Orchard',
  ownerName: 'Ada Berg',
  handle: 'ada',
  email: addressOf(given.handle ?? 'ada'),
  password: PASSWORD,
  timeZone: 'Europe/Berlin',
  ...given,
});
