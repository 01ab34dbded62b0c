import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import type { Actor } from '#kernel';
import type { SignedIn } from './admission.service.js';
import { AuditLog } from './audit-log.js';
import { wrongCredentials } from './identity.errors.js';
import { MemberDirectory } from './member-directory.js';
import { isPassword } from './password.js';
import { SessionRepository } from './session.repository.js';
import { SessionService } from './session.service.js';
import { SignInAttempts } from './sign-in-attempts.js';

/** Coming in with a password, and going out. */
@Injectable()
export class SignInService {
  constructor(
    private readonly credentials: SessionRepository,
    private readonly sessions: SessionService,
    private readonly directory: MemberDirectory,
    private readonly attempts: SignInAttempts,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * @throws HubError session.wrong_credentials for a wrong address and a wrong password alike; session.too_many_attempts
   */
  async signIn(email: string, password: string, ipAddress: string): Promise<SignedIn> {
    await this.attempts.count(email, ipAddress);
    const found = await this.credentials.passwordOf(email);
    if (!(await isPassword(password, found?.password_hash)) || !found) throw wrongCredentials();
    const token = await this.unitOfWork.run(async () => {
      await this.audit.record('member.signed_in', { memberId: found.id, ipAddress }, found.handle);
      return this.sessions.open(found.id);
    });
    await this.attempts.succeeded(email, ipAddress);
    return { token, memberId: found.id };
  }

  /** Ends the credential that the request came with: a browser's session, or for good a program's access token. */
  async signOut(actor: Actor): Promise<void> {
    const { handle } = (await this.directory.find(actor.memberId))!;
    await this.unitOfWork.run(async () => {
      await this.sessions.end(actor);
      await this.audit.record(actor.isToken ? 'token.revoked' : 'member.signed_out', actor, handle);
    });
  }
}
