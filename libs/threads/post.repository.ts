import { Injectable } from '@nestjs/common';
import { readableChannel } from '#channels';
import { namedStatement, Sql, statement, valuesOf } from '#database';
import type { PageRequest } from '#graph';
import type { Actor, Id } from '#kernel';
import { type PostRow, postColumns } from './post-view.js';

export interface PostPageShape {
  fromEnd: boolean;
  withCursor: boolean;
}

/** One page of each of several threads: from the start or from the end, beyond a number or not. `p` is in it. */
export const postPageText = (columns: string, { fromEnd, withCursor }: PostPageShape): string =>
  `select ${columns} from unnest(:parents::uuid[]) as asked(id)
     cross join lateral (
       select p.* from posts p where p.thread_id = asked.id
         and ${withCursor ? `p.number ${fromEnd ? '<' : '>'} :beyond0::int` : 'p.number > 0'}
       order by p.number ${fromEnd ? 'desc' : 'asc'} limit :size) as p`;

const pages = [false, true].map((fromEnd) =>
  [false, true].map((withCursor) =>
    namedStatement(
      `posts.page${fromEnd ? '_last' : '_first'}${withCursor ? '_beyond' : ''}`,
      postPageText(postColumns, { fromEnd, withCursor }),
    ),
  ),
);

/** A post that is still scheduled is its author's alone. */
const byIds = statement(
  'posts.by_ids',
  `select ${postColumns} from posts p join channels c on c.id = p.channel_id
   where p.id = any($1) and (p.published_at is not null or p.author_id = $2)
     and ${readableChannel({ channel: 'c', viewer: '$2', isGuest: '$3' })}`,
);
const edit = statement(
  'posts.edit',
  `update posts p set body = $2, edited_at = $3 where p.id = $1 returning ${postColumns}`,
);
const remove = statement(
  'posts.remove',
  `with media as (delete from post_media where post_id = $1),
        mention as (delete from mentions where post_id = $1),
        reaction as (delete from reactions where post_id = $1)
   update posts p set body = '', deleted_at = $2, moment_media_id = null, moment_seconds = null
   where p.id = $1 returning ${postColumns}`,
);
const addReaction = statement(
  'reactions.add',
  'insert into reactions (post_id, member_id, emoji, created_at) values ($1, $2, $3, $4) on conflict do nothing',
);
const removeReaction = statement(
  'reactions.remove',
  'delete from reactions where post_id = $1 and member_id = $2 and emoji = $3',
);
const countKinds = statement(
  'reactions.kinds',
  'select count(distinct emoji)::int as count from reactions where post_id = $1 and emoji <> $2',
);
const reactions = statement(
  'reactions.of_posts',
  `select post_id, emoji, count(*)::int as count, bool_or(member_id = $2) as mine
   from reactions where post_id = any($1) group by post_id, emoji order by post_id, min(created_at), emoji`,
);
const replaceMentions = statement(
  'mentions.replace',
  `with gone as (delete from mentions where post_id = $1 and member_id <> all($2)),
   named as (
     insert into mentions (post_id, member_id) select $1, unnest($2::uuid[]) on conflict do nothing returning post_id, member_id)
   insert into happenings (kind, thread_id, post_id, member_ids, actor_id, at)
   select 'MENTIONS', p.thread_id, p.id, array_agg(named.member_id), p.author_id, $3::timestamptz
   from named join posts p on p.id = named.post_id group by p.id`,
);

export interface ReactionRow {
  post_id: Id;
  emoji: string;
  count: number;
  mine: boolean;
}

@Injectable()
export class PostRepository {
  constructor(private readonly sql: Sql) {}

  /** The page of each thread, one row more than asked; for `fromEnd` newest first. The caller may read the threads. */
  page(threadIds: readonly Id[], { size, fromEnd, beyond }: PageRequest): Promise<PostRow[]> {
    const shape = pages[fromEnd ? 1 : 0]![beyond ? 1 : 0]!;
    const values = { parents: threadIds, size: size + 1, beyond0: beyond && Number(beyond[0]) };
    return this.sql.rows<PostRow>(shape, valuesOf(shape, values));
  }

  /** Those of the posts that the actor may read. */
  visible(ids: readonly Id[], actor: Pick<Actor, 'memberId' | 'role'>): Promise<PostRow[]> {
    return this.sql.rows<PostRow>(byIds, [ids, actor.memberId, actor.role === 'GUEST']);
  }

  async edit(id: Id, body: string, at: Date): Promise<PostRow> {
    return (await this.sql.row<PostRow>(edit, [id, body, at]))!;
  }

  /** Leaves a tombstone: numbers of a thread have no gaps, answers keep what they answered to. */
  async remove(id: Id, at: Date): Promise<PostRow> {
    return (await this.sql.row<PostRow>(remove, [id, at]))!;
  }

  /** Whom the text names now; who is new among them is told. */
  async replaceMentions(postId: Id, memberIds: readonly Id[], at: Date): Promise<void> {
    await this.sql.rows(replaceMentions, [postId, memberIds, at]);
  }

  async addReaction(postId: Id, memberId: Id, emoji: string, at: Date): Promise<void> {
    await this.sql.rows(addReaction, [postId, memberId, emoji, at]);
  }

  async removeReaction(postId: Id, memberId: Id, emoji: string): Promise<void> {
    await this.sql.rows(removeReaction, [postId, memberId, emoji]);
  }

  /** How many different reactions a post has beside this one. */
  async otherReactions(postId: Id, emoji: string): Promise<number> {
    return (await this.sql.row<{ count: number }>(countKinds, [postId, emoji]))!.count;
  }

  /** In the order in which each was first given. */
  reactions(postIds: readonly Id[], viewerId: Id): Promise<ReactionRow[]> {
    return this.sql.rows<ReactionRow>(reactions, [postIds, viewerId]);
  }
}
