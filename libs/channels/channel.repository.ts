import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import type { PageRequest } from '#graph';
import { type Actor, Clock, type Id } from '#kernel';
import { type AgreementRow, agreementColumns, agreementInForce } from './agreement-row.js';
import type { ChannelVisibility, Involvement } from './channel.entity.js';
import { readableChannel } from './channel-access.js';

export interface ChannelRow extends AgreementRow {
  id: Id;
  slug: string;
  name: string;
  purpose: string;
  visibility: ChannelVisibility;
  created_by_id: Id;
  owner_id: Id | null;
  retention_days: number | null;
  archived_at: string | null;
  created_at: string;
}

/** A channel that the actor may read, as far as access and membership go. */
export interface ReadableRow {
  id: Id;
  slug: string;
  visibility: ChannelVisibility;
  is_archived: boolean;
  created_by_id: Id;
  /** Null: the actor is not a member. */
  involvement: Involvement | null;
}

export interface NewChannel {
  id: Id;
  slug: string;
  name: string;
  purpose: string;
  visibility: ChannelVisibility;
  directKey: string | null;
  createdById: Id;
}

type Viewer = Pick<Actor, 'memberId' | 'role'>;

const mayRead = readableChannel({ channel: 'c', viewer: '$1', isGuest: '$2' });
const viewerOf = (actor: Viewer): unknown[] => [actor.memberId, actor.role === 'GUEST'];

const byIds = statement(
  'channels.by_ids',
  `select c.id, c.slug, c.name, c.purpose, c.visibility, c.created_by_id, c.owner_id, c.retention_days,
     c.archived_at, c.created_at, ${agreementColumns}
   from channels c ${agreementInForce} where c.id = any($1)`,
);

const access = 'c.id, c.slug, c.visibility, c.archived_at is not null as is_archived, c.created_by_id, cm.involvement';
const readable = `select ${access}
   from channels c left join channel_members cm on cm.channel_id = c.id and cm.member_id = $1`;
const readableById = statement('channels.readable_by_id', `${readable} where c.id = $3 and ${mayRead}`);
const readableBySlug = statement('channels.readable_by_slug', `${readable} where c.slug = $3 and ${mayRead}`);
const readableBySlugs = statement('channels.readable_by_slugs', `${readable} where c.slug = any($3) and ${mayRead}`);
const readableLocked = statement(
  'channels.readable_locked',
  `${readable} where c.id = $3 and ${mayRead} for no key update of c`,
);
const readablePage = statement(
  'channels.readable_page',
  `${readable} where ${mayRead} and ($4::text is null or (c.name, c.id) > ($4, $5::uuid)) order by c.name, c.id limit $3`,
);
const pageOfMember = statement(
  'channels.page_of_member',
  `select ${access} from channel_members cm join channels c on c.id = cm.channel_id
   where cm.member_id = $1 and ($3::text is null or (c.name, c.id) > ($3, $4::uuid)) order by c.name, c.id limit $2`,
);

const insert = statement(
  'channels.insert',
  `insert into channels (id, slug, name, purpose, visibility, direct_key, created_by_id, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id`,
);
const takenSlugs = statement(
  'channels.taken_slugs',
  `select slug from channels where slug = $1 or starts_with(slug, $1 || '-')`,
);
const idByDirectKey = statement('channels.id_by_direct_key', 'select id from channels where direct_key = $1');

@Injectable()
export class ChannelRepository {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  byIds(ids: readonly Id[]): Promise<ChannelRow[]> {
    return this.sql.rows<ChannelRow>(byIds, [ids]);
  }

  /** Undefined where there is no such channel for the actor; no id is no channel. */
  readable(actor: Viewer, id: Id | undefined): Promise<ReadableRow | undefined> {
    return this.sql.row<ReadableRow>(readableById, [...viewerOf(actor), id ?? null]);
  }

  readableBySlug(actor: Viewer, slug: string): Promise<ReadableRow | undefined> {
    return this.sql.row<ReadableRow>(readableBySlug, [...viewerOf(actor), slug]);
  }

  readableBySlugs(actor: Viewer, slugs: readonly string[]): Promise<ReadableRow[]> {
    return this.sql.rows<ReadableRow>(readableBySlugs, [...viewerOf(actor), slugs]);
  }

  /** Within a transaction: other changes of the channel wait for its end. */
  readableLocked(actor: Viewer, id: Id | undefined): Promise<ReadableRow | undefined> {
    return this.sql.row<ReadableRow>(readableLocked, [...viewerOf(actor), id ?? null]);
  }

  /** All that the actor may read, by name; one row more than asked. */
  readablePage(actor: Viewer, { size, beyond }: PageRequest): Promise<ReadableRow[]> {
    const values = [...viewerOf(actor), size + 1, beyond?.[0] ?? null, beyond?.[1] ?? null];
    return this.sql.rows<ReadableRow>(readablePage, values);
  }

  /** Those that somebody is a member of, by name; one row more than asked. */
  pageOfMember(memberId: Id, { size, beyond }: PageRequest): Promise<ReadableRow[]> {
    return this.sql.rows<ReadableRow>(pageOfMember, [memberId, size + 1, beyond?.[0] ?? null, beyond?.[1] ?? null]);
  }

  /** @returns false where the slug or the circle of people is taken; whoever takes it at this moment is waited for */
  async insert(channel: NewChannel): Promise<boolean> {
    const { id, slug, name, purpose, visibility, directKey, createdById } = channel;
    const values = [id, slug, name, purpose, visibility, directKey, createdById, this.clock.now()];
    return (await this.sql.row(insert, values)) !== undefined;
  }

  /** The slug, if it is taken, and all that go on from it after a hyphen. */
  async takenSlugs(slug: string): Promise<Set<string>> {
    return new Set((await this.sql.rows<{ slug: string }>(takenSlugs, [slug])).map((row) => row.slug));
  }

  async idByDirectKey(directKey: string): Promise<Id | undefined> {
    return (await this.sql.row<{ id: Id }>(idByDirectKey, [directKey]))?.id;
  }
}
