import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { Clock } from '#kernel';
import { Admission, newMember, type SignedIn } from './admission.service.js';
import { AuditLog } from './audit-log.js';
import { addressMissing, badInvitation } from './identity.errors.js';
import { InvitationRepository } from './invitation.repository.js';
import { hashSecret } from './secret.js';
import { SignInAttempts } from './sign-in-attempts.js';

/** How who was invited comes in. */
@Injectable()
export class InvitationAcceptance {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly admission: Admission,
    private readonly attempts: SignInAttempts,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Of two who use a code at the same time, one comes in; a refusal leaves the invitation open.
   * @throws HubError invitation.not_found, invitation.email_missing, session.too_many_attempts, member.bad_*, member.handle_taken, member.email_taken
   */
  async accept(
    code: string,
    facts: { name: string; handle: string; password: string; timeZone: string; email?: string | null },
    ipAddress: string,
  ): Promise<SignedIn> {
    const codeHash = hashSecret(code.trim());
    const door = codeHash.toString('base64');
    await this.attempts.count(door, ipAddress);
    const invitation = await this.invitations.findOpen(codeHash, this.clock.now());
    if (!invitation) throw badInvitation();
    const { role, channel_ids: channelIds } = invitation;
    const email = invitation.email ?? facts.email;
    if (!email) throw addressMissing();
    const member = await newMember({ ...facts, email }, role);
    const signedIn = await this.unitOfWork.run(async () => {
      if (!(await this.invitations.use(codeHash, this.clock.now()))) throw badInvitation();
      const admitted = await this.admission.admit(member, channelIds);
      await this.invitations.accepted(invitation.id, member.id);
      await this.audit.record('member.joined', { memberId: member.id, ipAddress }, member.handle);
      return admitted;
    });
    await this.attempts.succeeded(door, ipAddress);
    return signedIn;
  }
}
