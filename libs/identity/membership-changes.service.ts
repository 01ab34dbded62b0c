import { Injectable } from '@nestjs/common';
import { DomainEvents, UnitOfWork } from '#database';
import { type Actor, Clock, type Id, type Role } from '#kernel';
import { AuditLog } from './audit-log.js';
import { administratorsOnly, lastOwner, noSuchMember } from './identity.errors.js';
import { MemberDeactivated } from './identity.events.js';
import { MemberRepository, type MemberRow } from './member.repository.js';
import { MemberDirectory, type MemberEntry } from './member-directory.js';
import { requirePermission, requireRoleInReach } from './permission.policy.js';
import { SessionService } from './session.service.js';

/** What administrators change about others: their role, and whether they are here. */
@Injectable()
export class MembershipChanges {
  constructor(
    private readonly members: MemberRepository,
    private readonly directory: MemberDirectory,
    private readonly sessions: SessionService,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** @throws HubError member.administrators_only, member.not_found, member.role_out_of_reach, member.last_owner */
  changeRole(actor: Actor, memberId: Id | undefined, role: Role): Promise<MemberEntry> {
    return this.change(actor, memberId, { staysOwner: role === 'OWNER', role }, async (member) => {
      if (member.role === role) return;
      await this.members.setRole(member.id, role);
      await this.sessions.changed(member.id);
      await this.audit.record('member.role_changed', actor, `${member.handle}: ${member.role} to ${role}`);
    });
  }

  /** Ends their sessions and tokens at once; what they wrote stays. Throws as {@link changeRole}. */
  deactivate(actor: Actor, memberId: Id | undefined): Promise<MemberEntry> {
    return this.change(actor, memberId, { staysOwner: false }, async (member) => {
      if (member.deactivated_at) return;
      await this.members.deactivate(member.id, this.clock.now());
      await this.sessions.endAll(member.id);
      await this.events.tell(new MemberDeactivated(member.id, actor.memberId));
      await this.audit.record('member.deactivated', actor, member.handle);
    });
  }

  /** Lets somebody who had left sign in again, with the role that they had. Throws as {@link changeRole}. */
  reactivate(actor: Actor, memberId: Id | undefined): Promise<MemberEntry> {
    return this.change(actor, memberId, { staysOwner: true }, async (member) => {
      if (!member.deactivated_at) return;
      await this.members.reactivate(member.id);
      await this.sessions.changed(member.id);
      await this.audit.record('member.reactivated', actor, member.handle);
    });
  }

  private async change(
    actor: Actor,
    memberId: Id | undefined,
    next: { staysOwner: boolean; role?: Role },
    apply: (member: MemberRow) => Promise<void>,
  ): Promise<MemberEntry> {
    requirePermission(actor, 'MANAGE_MEMBERS');
    if (!memberId) throw noSuchMember();
    await this.unitOfWork.run(async () => {
      const { member, by, owners } = await this.members.lock(memberId, actor.memberId);
      // As they are now: what another administrator has just taken from the actor is not theirs to use.
      if (!by || by.deactivated_at) throw administratorsOnly();
      const rights = by.role === actor.role ? actor.permissions : undefined;
      requirePermission({ ...actor, role: by.role, permissions: rights }, 'MANAGE_MEMBERS');
      if (!member) throw noSuchMember();
      requireRoleInReach(by, member.role, ...(next.role ? [next.role] : []));
      if (!next.staysOwner && owners.length === 1 && owners[0]!.id === member.id) throw lastOwner();
      await apply(member);
      await this.directory.changed(member.id);
    });
    return (await this.directory.find(memberId))!;
  }
}
