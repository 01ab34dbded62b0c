import { Injectable } from '@nestjs/common';
import { DomainEvents, UnitOfWork } from '#database';
import { cursorOf, type ForwardPageArgs, Page, pageRequest } from '#graph';
import { type Actor, Clock, globalId, type Id, newId, type Role } from '#kernel';
import { AuditLog } from './audit-log.js';
import { addressTaken, badLinkLimits, linkNotForThisRole, noSuchInvitation } from './identity.errors.js';
import { ChannelsPromised } from './identity.events.js';
import { InvitationRepository, type InvitationRow, type NewInvitation } from './invitation.repository.js';
import { InvitationMail } from './invitation-mail.js';
import { MemberRepository } from './member.repository.js';
import { MemberDirectory, type MemberEntry } from './member-directory.js';
import { requirePermission, requireRoleInReach } from './permission.policy.js';
import { hashSecret, newSecret } from './secret.js';

const DAY_MS = 86_400_000;
const LIFE_DAYS = 7;
const LINK = { days: 90, uses: 500 } as const;

export interface Invitation {
  invitationUrl: string;
  code: string;
  expiresAt: string;
}

export interface InvitationView {
  key: Id;
  id: string;
  email: string | null;
  role: Role;
  /** For the resolver of `channels`. */
  channelKeys: readonly Id[];
  usesLeft: number;
  createdAt: string;
  expiresAt: string;
  acceptedAt: string | null;
  revokedAt: string | null;
  invitedBy: MemberEntry;
  mailFailure: string | null;
  /** Null: of the code only its hash is kept, so the link is shown once, to who made it. */
  invitationUrl: null;
}

export interface InvitationWish {
  email: string;
  /** For the greeting. */
  name?: string;
  role: Role;
  channelIds: readonly Id[];
}

/** How people are asked into the organisation: by a link for one person, or by one for a circle. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly members: MemberRepository,
    private readonly directory: MemberDirectory,
    private readonly mail: InvitationMail,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly events: DomainEvents,
  ) {}

  /** @throws HubError permission.missing, member.administrators_only, member.role_out_of_reach, member.email_taken */
  async invite(actor: Actor, email: string, role: Role, channelIds: readonly Id[]): Promise<Invitation> {
    this.requireMayInvite(actor, role);
    if ((await this.members.takenAddresses([email])).length > 0) throw addressTaken();
    const { invitation, code } = this.fresh({ email, role, channelIds }, LIFE_DAYS, 1);
    await this.insert(actor, [invitation]);
    const invitationUrl = this.mail.linkOf(code);
    await this.send(invitation, invitationUrl);
    return { invitationUrl, code, expiresAt: invitation.expiresAt.toISOString() };
  }

  /** @throws HubError permission.missing, member.administrators_only, member.role_out_of_reach */
  requireMayInvite(actor: Actor, role: Role): void {
    requirePermission(actor, 'INVITE_MEMBERS');
    requireRoleInReach(actor, role);
  }

  /** Those of the addresses that members have already. */
  async takenAddresses(addresses: readonly string[]): Promise<Set<string>> {
    return new Set(await this.members.takenAddresses(addresses));
  }

  /** Many at once, whose rights and addresses the caller has checked. The letters follow the answer. */
  async inviteAll(actor: Actor, wishes: readonly InvitationWish[]): Promise<void> {
    const made = wishes.map((wish) => ({ ...this.fresh(wish, LIFE_DAYS, 1), name: wish.name }));
    if (made.length === 0) return;
    await this.insert(
      actor,
      made.map(({ invitation }) => invitation),
    );
    void this.sendAll(made);
  }

  /**
   * A link for whoever has it, used several times.
   * @throws HubError permission.missing, member.administrators_only, member.role_out_of_reach, invitation.link_role,
   * invitation.bad_limits
   */
  async createLink(
    actor: Actor,
    wish: { role: Role; channelIds: readonly Id[]; expiresInDays: number; uses: number },
  ): Promise<Invitation> {
    const { role, channelIds, expiresInDays, uses } = wish;
    this.requireMayInvite(actor, role);
    if (role !== 'MEMBER' && role !== 'GUEST') throw linkNotForThisRole();
    const isWithin = (count: number, most: number): boolean => Number.isInteger(count) && count >= 1 && count <= most;
    if (!isWithin(expiresInDays, LINK.days) || !isWithin(uses, LINK.uses)) throw badLinkLimits();
    const { invitation, code } = this.fresh({ email: null, role, channelIds }, expiresInDays, uses);
    await this.insert(actor, [{ ...invitation, mailFailure: null }]);
    return { invitationUrl: this.mail.linkOf(code), code, expiresAt: invitation.expiresAt.toISOString() };
  }

  /** @throws HubError permission.missing, member.administrators_only, invitation.gone */
  async revoke(actor: Actor, id: Id | undefined): Promise<InvitationView> {
    requirePermission(actor, 'INVITE_MEMBERS');
    const row = id && (await this.invitations.byId(id));
    if (!row) throw noSuchInvitation();
    await this.unitOfWork.run(async () => {
      if (!(await this.invitations.revoke(row.id, this.clock.now()))) throw noSuchInvitation();
      await this.audit.record('invitation.revoked', actor, row.email ?? 'a link');
    });
    return (await this.shown([(await this.invitations.byId(row.id))!]))[0]!;
  }

  /** Newest first; the caller has checked that they may be seen. @throws HubError input.page_too_long, input.bad_cursor */
  async page(args: ForwardPageArgs): Promise<Page<InvitationView>> {
    const request = pageRequest(args, ['instant', 'id']);
    const rows = await this.invitations.page(request.size + 1, request.beyond);
    return Page.of(await this.shown(rows), request, ({ createdAt, key }) => cursorOf(createdAt, key));
  }

  private fresh(wish: Omit<InvitationWish, 'email'> & { email: string | null }, days: number, uses: number) {
    const code = newSecret('mti');
    const { email, role, channelIds } = wish;
    const expiresAt = new Date(this.clock.nowMs() + days * DAY_MS);
    const mailFailure = this.mail.isConfigured ? 'It has not been mailed yet.' : null;
    const invitation: NewInvitation = {
      ...{ id: newId(), email, role, channelIds, uses, expiresAt, mailFailure },
      codeHash: hashSecret(code),
    };
    return { invitation, code };
  }

  private async insert(actor: Actor, invitations: readonly NewInvitation[]): Promise<void> {
    await this.unitOfWork.run(async () => {
      await this.invitations.insert(invitations, actor.memberId, this.clock.now());
      const promised = invitations.flatMap(({ channelIds }) => channelIds);
      await this.events.tell(new ChannelsPromised(actor, promised));
      const isLink = invitations[0]!.email === null;
      const subjects = isLink
        ? [`${invitations[0]!.uses} uses, ${invitations[0]!.role}`]
        : invitations.map((one) => one.email!);
      await this.audit.recordAll(isLink ? 'invitation.link_created' : 'member.invited', actor, subjects);
    });
  }

  /** One letter after the other: whoever waits for them does not wait for the answer. */
  private async sendAll(made: readonly { invitation: NewInvitation; code: string; name?: string }[]): Promise<void> {
    for (const { invitation, code, name } of made) await this.send(invitation, this.mail.linkOf(code), name);
  }

  private async send({ id, email }: NewInvitation, link: string, name?: string): Promise<void> {
    if (!email || !this.mail.isConfigured) return;
    await this.mail.keepFailure(id, await this.mail.send(email, link, name));
  }

  private async shown(rows: readonly InvitationRow[]): Promise<InvitationView[]> {
    const loading = this.directory.ensure(rows.map((row) => row.invited_by_id));
    if (loading) await loading;
    return rows.map((row) => ({
      key: row.id,
      id: globalId('Invitation', row.id),
      email: row.email,
      role: row.role,
      channelKeys: row.channel_ids,
      usesLeft: row.uses_left,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
      acceptedAt: row.accepted_at,
      revokedAt: row.revoked_at,
      invitedBy: this.directory.get(row.invited_by_id),
      mailFailure: row.mail_failure,
      invitationUrl: null,
    }));
  }
}
