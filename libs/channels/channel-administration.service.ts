import { Injectable } from '@nestjs/common';
import { Sql, statement, UnitOfWork } from '#database';
import { cursorOf, type ForwardPageArgs, Page, pageRequest } from '#graph';
import { AuditLog, MemberDirectory, may } from '#identity';
import type { Actor, Id } from '#kernel';
import type { ChannelVisibility } from './channel.entity.js';
import { ChannelAccessChanges } from './channel-access-changed.js';
import { ChannelDirectory, type ChannelEntry } from './channel-directory.js';
import { channelLimits } from './channel-name.js';
import {
  badName,
  badRetention,
  directIsFixed,
  lastMember,
  noSuchChannel,
  noSuchMembers,
  notYourChannel,
  opensFromWithin,
} from './channels.errors.js';
import { MembershipRepository } from './membership.repository.js';

const RETENTION = { min: 1, max: 36_500 } as const;
const MAX_QUERY = 255;

export interface ChannelChanges {
  name?: string | null;
  purpose?: string | null;
  visibility?: ChannelVisibility | null;
  /** Null keeps it: every channel is looked after by somebody. */
  ownerId?: Id | null;
  /** Null: recordings and posts stay. Undefined keeps what was. */
  retentionDays?: number | null;
}

interface Row {
  id: Id;
  slug: string;
  visibility: ChannelVisibility;
  owner_id: Id;
  is_member: boolean;
}

const locked = statement(
  'channels.administered_locked',
  `select c.id, c.slug, c.visibility, coalesce(c.owner_id, c.created_by_id) as owner_id,
     exists (select 1 from channel_members cm where cm.channel_id = c.id and cm.member_id = $2) as is_member
   from channels c where c.id = $1 for no key update of c`,
);
const update = statement(
  'channels.update',
  `update channels set name = coalesce($2, name), purpose = coalesce($3, purpose), visibility = coalesce($4, visibility),
     owner_id = coalesce($5, owner_id), retention_days = case when $6 then $7 else retention_days end where id = $1`,
);
const archive = statement(
  'channels.archive',
  `update channels set archived_at = case when $2 then coalesce(archived_at, $3) end where id = $1`,
);
/** Without direct ones: who talks with whom is theirs. */
const page = statement(
  'channels.administered_page',
  `select c.id from channels c where c.visibility <> 'DIRECT' and ($1::text is null or c.name ilike $1 or c.slug ilike $1)
     and ($2::text is null or (c.name, c.id) > ($2, $3::uuid)) order by c.name, c.id limit $4`,
);

/** What those who look after channels change about them: owners of a channel, and who manages members. */
@Injectable()
export class ChannelAdministration {
  constructor(
    private readonly sql: Sql,
    private readonly directory: ChannelDirectory,
    private readonly people: MemberDirectory,
    private readonly memberships: MembershipRepository,
    private readonly access: ChannelAccessChanges,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** All but direct ones, by name: their names and rules, not what is written in them. The caller has checked the right. */
  async page(args: ForwardPageArgs & { query?: string | null }): Promise<Page<ChannelEntry>> {
    const request = pageRequest(args, ['text', 'id']);
    const words = args.query
      ?.replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, MAX_QUERY);
    const pattern = words ? `%${words.replace(/[\\%_]/g, '\\$&')}%` : null;
    const values = [pattern, request.beyond?.[0] ?? null, request.beyond?.[1] ?? null, request.size + 1];
    const ids = (await this.sql.rows<{ id: Id }>(page, values)).map(({ id }) => id);
    const loading = this.directory.ensure(ids);
    if (loading) await loading;
    const entries = ids.map((id) => this.directory.get(id));
    return Page.of(entries, request, ({ name, key }) => cursorOf(name, key));
  }

  /**
   * @throws HubError channel.not_found, channel.not_yours, channel.direct_is_fixed, channel.bad_name,
   * channel.bad_retention, channel.opened_by_members, member.not_found
   */
  async update(actor: Actor, channelId: Id | undefined, changes: ChannelChanges): Promise<ChannelEntry> {
    const { purpose, visibility, ownerId, retentionDays } = changes;
    const name = changes.name?.trim();
    if (name !== undefined && (name.length < 1 || name.length > channelLimits.name)) throw badName(channelLimits.name);
    if (retentionDays != null && !(retentionDays >= RETENTION.min && retentionDays <= RETENTION.max))
      throw badRetention(RETENTION.max);
    return this.change(actor, channelId, async (channel) => {
      if (visibility === 'DIRECT') throw directIsFixed();
      // Or who manages members could read whatever is private.
      if (visibility === 'PUBLIC' && channel.visibility === 'PRIVATE' && !channel.is_member) throw opensFromWithin();
      if (ownerId) await this.requireActive(ownerId);
      const values = [name ?? null, purpose?.trim() ?? null, visibility ?? null, ownerId ?? null];
      await this.sql.rows(update, [channel.id, ...values, retentionDays !== undefined, retentionDays ?? null]);
      const changed = Object.keys(changes).filter((key) => changes[key as keyof ChannelChanges] !== undefined);
      await this.audit.record('channel.changed', actor, `${channel.slug}: ${changed.join(', ')}`);
    });
  }

  /** An archived channel is read, and nothing is added to it. @throws HubError channel.not_found, channel.not_yours */
  archive(actor: Actor, channelId: Id | undefined, archived: boolean, now: Date): Promise<ChannelEntry> {
    return this.change(actor, channelId, async (channel) => {
      await this.sql.rows(archive, [channel.id, archived, now]);
      await this.audit.record(archived ? 'channel.archived' : 'channel.reopened', actor, channel.slug);
    });
  }

  /** Who is no member stays none. @throws HubError channel.not_found, channel.not_yours, channel.last_member */
  removeMember(actor: Actor, channelId: Id | undefined, memberId: Id | undefined): Promise<ChannelEntry> {
    return this.change(actor, channelId, async (channel) => {
      const member = memberId && (await this.people.find(memberId));
      if (!member) throw noSuchMembers(memberId ? [memberId] : []);
      const [membership] = await this.memberships.ofMember(member.key, [channel.id]);
      if (!membership) return;
      if (!(await this.memberships.remove(channel.id, member.key, channel.visibility === 'PUBLIC'))) throw lastMember();
      await this.access.tell(channel.id, member.key);
      await this.audit.record('channel.member_removed', actor, `${channel.slug}: ${member.handle}`);
    });
  }

  private async change(
    actor: Actor,
    channelId: Id | undefined,
    work: (channel: Row) => Promise<void>,
  ): Promise<ChannelEntry> {
    if (!channelId) throw noSuchChannel();
    await this.unitOfWork.run(async () => {
      const channel = await this.sql.row<Row>(locked, [channelId, actor.memberId]);
      const manages = may(actor, 'MANAGE_MEMBERS') && actor.scopes.has('ADMIN');
      const sees =
        channel && (manages || channel.is_member || (channel.visibility === 'PUBLIC' && actor.role !== 'GUEST'));
      if (!sees || (channel.visibility === 'DIRECT' && !channel.is_member)) throw noSuchChannel();
      if (channel.visibility === 'DIRECT') throw directIsFixed();
      if (!manages && (channel.owner_id !== actor.memberId || !channel.is_member || actor.role === 'GUEST'))
        throw notYourChannel();
      await work(channel);
      await this.directory.changed(channel.id);
    });
    return (await this.directory.find(channelId))!;
  }

  private async requireActive(memberId: Id): Promise<void> {
    const member = await this.people.find(memberId);
    if (!member || member.deactivatedAt || member.role === 'GUEST') throw noSuchMembers([memberId]);
  }
}
