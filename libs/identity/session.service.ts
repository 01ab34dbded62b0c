import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Config } from '#config';
import { UnitOfWork } from '#database';
import { type Actor, Clock, type Id, newId, type TokenScope, tokenScopes } from '#kernel';
import { PubSub, topic } from '#pubsub';
import { hashSecret, newSecret } from './secret.js';
import { type CredentialRow, SessionRepository } from './session.repository.js';

/** Said to every process when what a member may do has changed or ended: sign-out, role, deactivation, revoked token. */
export const accessChanged = topic<{ memberId: Id }>('access.changed');

const DAY_MS = 86_400_000;
/** Said to every process when the rights of roles have changed. */
export const rolesChanged = topic<Record<string, never>>('access.roles');
/** How long a process trusts its memory of a credential; changes are told at once, this bounds a lost message. */
const REMEMBERED_MS = 60_000;
/** A session's last use is written once an hour at most. */
const TOUCH_AFTER_MS = 3_600_000;
const MAX_USER_AGENT = 300;
const NEVER = '1970-01-01T00:00:00.000Z';
const allScopes: ReadonlySet<TokenScope> = new Set(tokenScopes);

/** Whom a bearer secret stands for, in every process as soon as it changes. */
@Injectable()
export class SessionService implements OnModuleInit {
  private readonly remembered = new LRUCache<string, CredentialRow>({ max: 20_000, ttl: REMEMBERED_MS });
  private readonly listeners = new Set<(memberId: Id) => void>();
  private generation = 0;

  constructor(
    private readonly sessions: SessionRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly pubsub: PubSub,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.pubsub.subscribe(accessChanged, ({ memberId }) => this.forget(memberId));
    await this.pubsub.subscribe(rolesChanged, () => this.forget());
    this.pubsub.onReconnect(() => this.forget());
  }

  /** The actor behind a bearer secret; undefined for one that is unknown, expired, revoked or of a deactivated member. */
  authenticate(secret: string, ipAddress: string): Actor | undefined | Promise<Actor | undefined> {
    const remembered = this.remembered.get(secret);
    return remembered ? this.actorOf(remembered, ipAddress) : this.load(secret, ipAddress);
  }

  /** A new session for a member who has just proved who they are. @returns its token, which nobody else ever sees */
  async open(memberId: Id): Promise<string> {
    const token = newSecret('mts');
    const now = this.clock.now();
    await this.sessions.insert({ id: newId(), memberId, tokenHash: hashSecret(token), now, expiresAt: this.expiry() });
    return token;
  }

  /** Keeps by what the member can tell this session from their others. */
  async name(actor: Actor, userAgent: string): Promise<void> {
    await this.sessions.setUserAgent(actor.credentialId, userAgent.slice(0, MAX_USER_AGENT));
  }

  /** Ends the session or access token that the actor came with. */
  async end(actor: Actor): Promise<void> {
    await this.sessions.end(actor.credentialId, this.clock.now());
    await this.changed(actor.memberId);
  }

  /** Ends every session and access token of a member, inside the transaction that takes their access away. */
  async endAll(memberId: Id): Promise<void> {
    await this.sessions.endOf(memberId, this.clock.now());
    await this.changed(memberId);
  }

  /** Tells every process to read a member's credentials anew, after the commit. */
  async changed(memberId: Id): Promise<void> {
    await this.unitOfWork.afterCommit(async () => {
      this.forget(memberId);
      await this.pubsub.publish(accessChanged, { memberId });
    });
  }

  /** Tells every process to read everybody's rights anew, after the commit. */
  async rightsChanged(): Promise<void> {
    await this.unitOfWork.afterCommit(async () => {
      this.forget();
      await this.pubsub.publish(rolesChanged, {});
    });
  }

  /** Calls the listener when a member's access changed, for what outlives a request: subscriptions. */
  onAccessChanged(listener: (memberId: Id) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async sweep(): Promise<void> {
    await this.sessions.removeExpired(this.clock.now());
  }

  private async load(secret: string, ipAddress: string): Promise<Actor | undefined> {
    const generation = this.generation;
    const row = await this.sessions.bySecret(hashSecret(secret), this.clock.now());
    if (!row) return undefined;
    if (this.clock.nowMs() - Date.parse(row.last_used_at ?? NEVER) > TOUCH_AFTER_MS) {
      if (row.scopes) await this.sessions.touchToken(row.credential_id, this.clock.now());
      else await this.sessions.touch(row.credential_id, this.clock.now(), this.expiry());
    }
    if (generation === this.generation) this.remembered.set(secret, row);
    return this.actorOf(row, ipAddress);
  }

  private actorOf(row: CredentialRow, ipAddress: string): Actor | undefined {
    if (row.expires_at && Date.parse(row.expires_at) <= this.clock.nowMs()) return undefined;
    return {
      memberId: row.member_id,
      role: row.role,
      isBot: row.is_bot,
      scopes: row.scopes ? new Set(row.scopes) : allScopes,
      isToken: row.scopes !== null,
      permissions: new Set(row.permissions),
      credentialId: row.credential_id,
      ipAddress,
    };
  }

  private forget(memberId?: Id): void {
    this.generation += 1;
    for (const [secret, row] of this.remembered.entries()) {
      if (!memberId || row.member_id === memberId) this.remembered.delete(secret);
    }
    if (memberId) for (const listener of this.listeners) listener(memberId);
  }

  private expiry(): Date {
    return new Date(this.clock.nowMs() + this.config.values.SESSION_DAYS * DAY_MS);
  }
}
