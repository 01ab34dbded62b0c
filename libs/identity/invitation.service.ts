import { Injectable, Logger } from '@nestjs/common';
import { Config } from '#config';
import { UnitOfWork } from '#database';
import { type Actor, Clock, type Id, newId, type Role } from '#kernel';
import { Mailer } from '#mail';
import { AuditLog } from './audit-log.js';
import { addressTaken, badInvitation } from './identity.errors.js';
import { InvitationRepository } from './invitation.repository.js';
import { MemberRepository } from './member.repository.js';
import { newMember, OrganizationService, type SignedIn } from './organization.service.js';
import { requireAdministrator, requireRoleInReach } from './permission.policy.js';
import { hashSecret, newSecret } from './secret.js';
import { SignInAttempts } from './sign-in-attempts.js';

const LIFE_MS = 7 * 86_400_000;

export interface Invitation {
  invitationUrl: string;
  code: string;
  expiresAt: string;
}

/** How people come into the organisation: by a link for one person, used once. */
@Injectable()
export class InvitationService {
  private readonly logger = new Logger(InvitationService.name);

  constructor(
    private readonly invitations: InvitationRepository,
    private readonly members: MemberRepository,
    private readonly organization: OrganizationService,
    private readonly attempts: SignInAttempts,
    private readonly audit: AuditLog,
    private readonly mailer: Mailer,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** @throws HubError member.administrators_only, member.role_out_of_reach, member.email_taken */
  async invite(actor: Actor, email: string, role: Role, channelIds: readonly Id[]): Promise<Invitation> {
    requireAdministrator(actor);
    requireRoleInReach(actor, role);
    if (await this.members.isAddressTaken(email)) throw addressTaken();
    const code = newSecret('mti');
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + LIFE_MS);
    await this.unitOfWork.run(async () => {
      await this.invitations.insert({
        id: newId(),
        email,
        role,
        channelIds,
        codeHash: hashSecret(code),
        invitedById: actor.memberId,
        now,
        expiresAt,
      });
      await this.audit.record('member.invited', actor, email);
    });
    const invitationUrl = `${this.config.publicUrl}/accept-invite?code=${code}`;
    await this.mail(email, invitationUrl);
    return { invitationUrl, code, expiresAt: expiresAt.toISOString() };
  }

  /** @throws HubError invitation.not_found, session.too_many_attempts, member.* */
  async accept(
    code: string,
    facts: { name: string; handle: string; password: string; timeZone: string },
    ipAddress: string,
  ): Promise<SignedIn> {
    await this.attempts.count('invitation', ipAddress);
    const candidate = await newMember({ ...facts, email: '' }, 'MEMBER');
    return this.unitOfWork.run(async () => {
      const invitation = await this.invitations.use(hashSecret(code.trim()), this.clock.now());
      if (!invitation) throw badInvitation();
      const { email, role, channel_ids: channelIds } = invitation;
      const signedIn = await this.organization.admit({ ...candidate, email, role }, channelIds);
      await this.invitations.accepted(invitation.id, signedIn.memberId);
      await this.audit.record('member.joined', { memberId: signedIn.memberId, ipAddress }, candidate.handle);
      return signedIn;
    });
  }

  /** The link is in the answer as well, so a mail server that is down does not undo the invitation. */
  private async mail(to: string, invitationUrl: string): Promise<void> {
    if (!this.mailer.isConfigured) return;
    const { name } = await this.organization.require();
    try {
      await this.mailer.send({
        to,
        subject: `You are invited to ${name}`,
        text: `${name} works together at its own hours, and would like you to join.\n\nThis link is for you alone and holds for seven days:\n${invitationUrl}\n`,
      });
    } catch (error) {
      this.logger.warn(`The invitation of ${to} was not mailed: ${error instanceof Error ? error.message : error}`);
    }
  }
}
