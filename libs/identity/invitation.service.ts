import { Injectable } from '@nestjs/common';
import { DomainEvents, UnitOfWork } from '#database';
import { type Actor, Clock, type Id, newId, type Role } from '#kernel';
import { AuditLog } from './audit-log.js';
import { addressTaken } from './identity.errors.js';
import { ChannelsPromised } from './identity.events.js';
import { InvitationRepository } from './invitation.repository.js';
import { InvitationMail } from './invitation-mail.js';
import { MemberRepository } from './member.repository.js';
import { requireAdministrator, requireRoleInReach } from './permission.policy.js';
import { hashSecret, newSecret } from './secret.js';

const LIFE_MS = 7 * 86_400_000;

export interface Invitation {
  invitationUrl: string;
  code: string;
  expiresAt: string;
}

/** How people are asked into the organisation: by a link for one person, used once. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly members: MemberRepository,
    private readonly mail: InvitationMail,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly events: DomainEvents,
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
      await this.events.tell(new ChannelsPromised(actor, channelIds));
      await this.audit.record('member.invited', actor, email);
    });
    const invitationUrl = this.mail.linkOf(code);
    await this.mail.send(email, invitationUrl);
    return { invitationUrl, code, expiresAt: expiresAt.toISOString() };
  }
}
