import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { type Actor, Clock, globalId, isAdministrator, newId, type TokenScope } from '#kernel';
import { AccessTokenRepository } from './access-token.repository.js';
import { AuditLog } from './audit-log.js';
import { administratorsOnly, scopesMissing, tokenExpiresInThePast, tokensMakeNoTokens } from './identity.errors.js';
import { checkName } from './member-facts.js';
import { hashSecret, newSecret } from './secret.js';

/** Secrets for programs that act for a member, with less than the member may do where they wish. */
@Injectable()
export class AccessTokenService {
  constructor(
    private readonly tokens: AccessTokenRepository,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * A program cannot make itself further tokens: only a signed-in person makes one.
   * @throws HubError token.makes_no_tokens, token.scopes_missing, member.administrators_only, token.expires_in_the_past
   */
  async create(
    actor: Actor,
    name: string,
    scopes: readonly TokenScope[],
    expiresAt: string | null,
  ): Promise<{ id: string; secret: string }> {
    if (actor.isToken) throw tokensMakeNoTokens();
    if (scopes.length === 0) throw scopesMissing();
    if (scopes.includes('ADMIN') && !isAdministrator(actor)) throw administratorsOnly();
    const now = this.clock.now();
    if (expiresAt && Date.parse(expiresAt) <= now.getTime()) throw tokenExpiresInThePast();
    const kept = checkName(name);
    const secret = newSecret('mta');
    const id = newId();
    await this.unitOfWork.run(async () => {
      await this.tokens.insert({
        id,
        memberId: actor.memberId,
        name: kept,
        tokenHash: hashSecret(secret),
        scopes: [...new Set(scopes)],
        expiresAt: expiresAt ? new Date(expiresAt) : null,
        now,
      });
      await this.audit.record('token.created', actor, kept);
    });
    return { id: globalId('AccessToken', id), secret };
  }
}
