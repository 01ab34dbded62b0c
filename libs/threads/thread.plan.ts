import { Injectable } from '@nestjs/common';
import { type PageArgs, pageRequest } from '#graph';
import { localId } from '#kernel';
import { column, entry, idColumn, type ListShape, list, Plans } from '#plans';
import { postPageText } from './post.repository.js';
import { threadPageJoins, threadPageText, threadText } from './thread.repository.js';

/** Where the fields of a thread come from, and its pages: `t` the thread, `tr` the viewer's reader row, `cm` their membership. */
@Injectable()
export class ThreadPlans {
  constructor(plans: Plans) {
    plans.type('Thread', {
      fields: {
        id: idColumn('t.id', 'Thread'),
        channel: entry('channel', 't.channel_id'),
        title: column('t.title', 'text'),
        state: column('t.state', 'word'),
        author: entry('member', 't.author_id'),
        postCount: column('t.post_count', 'number'),
        lastActivityAt: column('t.last_activity_at', 'instant'),
        viewerUnreadCount: column('greatest(0, t.post_count - coalesce(tr.read_number, 0))', 'number'),
        viewerInvolvement: column("coalesce(tr.involvement, cm.involvement, 'MUTED')", 'word'),
        pinned: column('t.pinned_at is not null', 'boolean'),
        viewerHasSaved: column('tr.saved_at is not null', 'boolean'),
        createdAt: column('t.created_at', 'instant'),
        posts: list({
          of: 'Post',
          parent: { outer: 't.id', inner: 'p.thread_id' },
          aliases: ['p'],
          cursor: [{ sql: 'p.number', form: 'number' }],
          shape: (args) => ({ page: pageRequest(args as PageArgs, ['integer']), variant: '', values: {} }),
          text: ({ page }, columns) =>
            postPageText(columns, { fromEnd: page.fromEnd, withCursor: page.beyond !== undefined }),
        }),
      },
    });
    plans.root('thread', {
      of: 'Thread',
      row: {
        aliases: ['t', 'c', 'tr', 'cm'],
        key: ({ id }) => localId('Thread', id as string),
        text: threadText,
      },
    });
    plans.type('Channel', {
      fields: {
        threads: list({
          of: 'Thread',
          parent: { outer: 'c.id', inner: 't.channel_id' },
          aliases: ['c', 'cm', 't'],
          carriesParent: true,
          joins: threadPageJoins,
          cursor: [
            { sql: 't.last_activity_at', form: 'instant' },
            { sql: 't.id', form: 'word' },
          ],
          shape: threadPageShape,
          text: ({ page, variant }, columns, joins, keepsParents) =>
            threadPageText(columns, joins, {
              withState: variant === 'state',
              withCursor: page.beyond !== undefined,
              keepsParents,
            }),
        }),
      },
    });
  }
}

const threadPageShape = (args: PageArgs & { state?: string | null }): ListShape => ({
  page: pageRequest(args, ['instant', 'id']),
  variant: args.state ? 'state' : '',
  values: { state: args.state },
});
