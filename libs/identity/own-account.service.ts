import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { type Actor, Clock, globalId, type Id } from '#kernel';
import { AuditLog } from './audit-log.js';
import { handleTaken, noSuchToken, peopleOnly, wrongPassword } from './identity.errors.js';
import { takenPart } from './member.repository.js';
import { MemberDirectory, type MemberEntry } from './member-directory.js';
import { checkHandle, checkName, checkPassword } from './member-facts.js';
import { OwnAccountRepository } from './own-account.repository.js';
import { hashPassword, isPassword } from './password.js';
import { SessionService } from './session.service.js';
import { SignInAttempts } from './sign-in-attempts.js';

/** What members see and change of their own account. */
@Injectable()
export class OwnAccountService {
  constructor(
    private readonly rows: OwnAccountRepository,
    private readonly sessions: SessionService,
    private readonly directory: MemberDirectory,
    private readonly attempts: SignInAttempts,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Where the member is signed in, used last first. */
  async sessionsOf(actor: Actor) {
    return (await this.rows.sessions(actor.memberId, this.clock.now())).map((row) => ({
      id: globalId('Session', row.id),
      createdAt: row.created_at,
      lastUsedAt: row.last_used_at,
      userAgent: row.user_agent,
      isCurrent: row.id === actor.credentialId,
    }));
  }

  /** Those that are not revoked, newest first. */
  async tokensOf(actor: Actor) {
    return (await this.rows.tokens(actor.memberId)).map((row) => ({
      id: globalId('AccessToken', row.id),
      name: row.name,
      scopes: row.scopes,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
      lastUsedAt: row.last_used_at,
    }));
  }

  /** @throws HubError member.bad_name, member.bad_handle, member.handle_taken */
  async updateProfile(actor: Actor, changes: { name?: string | null; handle?: string | null }): Promise<MemberEntry> {
    const name = changes.name ? checkName(changes.name) : null;
    const handle = changes.handle ? checkHandle(changes.handle) : null;
    try {
      await this.unitOfWork.run(async () => {
        await this.rows.setProfile(actor.memberId, name, handle);
        await this.audit.record('member.profile_changed', actor, handle ?? name ?? '');
        await this.directory.changed(actor.memberId);
      });
    } catch (error) {
      if (takenPart(error) === 'handle') throw handleTaken();
      throw error;
    }
    return (await this.directory.find(actor.memberId))!;
  }

  /**
   * Every other session ends: whoever knew the old password is out.
   * @throws HubError token.people_only, session.too_many_attempts, member.wrong_password, member.bad_password
   */
  async changePassword(actor: Actor, current: string, next: string): Promise<MemberEntry> {
    if (actor.isToken) throw peopleOnly();
    const place = actor.ipAddress ?? '';
    await this.attempts.count(actor.memberId, place);
    checkPassword(next, 'newPassword');
    if (!(await isPassword(current, await this.rows.passwordOf(actor.memberId)))) throw wrongPassword();
    const hash = await hashPassword(next);
    const member = (await this.directory.find(actor.memberId))!;
    await this.unitOfWork.run(async () => {
      await this.rows.setPassword(actor.memberId, hash);
      await this.rows.endOthers(actor.memberId, actor.credentialId);
      await this.audit.record('member.password_changed', actor, member.handle);
      await this.sessions.changed(actor.memberId);
    });
    await this.attempts.succeeded(actor.memberId, place);
    return member;
  }

  /** Revoked once is revoked: saying it again is no error. @throws HubError token.people_only, token.not_found */
  async revokeToken(actor: Actor, id: Id | undefined): Promise<void> {
    if (actor.isToken) throw peopleOnly();
    if (!id) throw noSuchToken();
    await this.unitOfWork.run(async () => {
      const name = await this.rows.revokeToken(actor.memberId, id, this.clock.now());
      if (name === undefined) throw noSuchToken();
      await this.audit.record('token.revoked', actor, name);
      await this.sessions.changed(actor.memberId);
    });
  }

  /** @param id one session; null: all but the one that asks. @returns how many ended @throws HubError token.people_only */
  async revokeSession(actor: Actor, id: Id | null | undefined): Promise<number> {
    if (actor.isToken) throw peopleOnly();
    if (id === undefined) return 0;
    const { handle } = (await this.directory.find(actor.memberId))!;
    return this.unitOfWork.run(async () => {
      const ended =
        id === null
          ? await this.rows.endOthers(actor.memberId, actor.credentialId)
          : await this.rows.endSession(actor.memberId, id);
      if (ended > 0) {
        await this.audit.record('member.signed_out', actor, handle);
        await this.sessions.changed(actor.memberId);
      }
      return ended;
    });
  }
}
