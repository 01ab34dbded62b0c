import { Injectable } from '@nestjs/common';
import { column, entry, idColumn, Plans, sameRow } from '#plans';

/** Where the fields of a post come from: `p` the post, and `t` its thread where the statement has it. */
@Injectable()
export class PostPlans {
  constructor(plans: Plans) {
    plans.type('Post', {
      fields: {
        id: idColumn('p.id', 'Post'),
        author: entry('member', 'p.author_id'),
        body: column('p.body', 'text'),
        publishedAt: column('p.published_at', 'instant'),
        scheduledFor: column('p.scheduled_for', 'instant'),
        editedAt: column('p.edited_at', 'instant'),
        deletedAt: column('p.deleted_at', 'instant'),
        thread: sameRow,
        reactions: {
          from: 'packed',
          aliases: ['p'],
          fields: { emoji: 'emoji', count: 'count', viewerHasReacted: 'mine' },
          // In the order in which each was first given.
          sql: (object) => `coalesce((select json_agg(${object}) from (
            select emoji, count(*)::int as count, bool_or(member_id = :viewer) as mine from reactions re
            where re.post_id = p.id group by emoji order by min(re.created_at), emoji) as kinds), '[]')`,
        },
      },
    });
  }
}
