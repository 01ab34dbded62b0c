import { Injectable } from '@nestjs/common';
import { readableChannel } from '#channels';
import { Sql, statement, UnitOfWork } from '#database';
import { cursorOf, type ForwardPageArgs, Page, pageRequest } from '#graph';
import { type Actor, globalId, type Id, newId } from '#kernel';
import { NamesService, noSuchPost, type PostRow, type PostView, postColumns } from '#threads';
import { DraftRepository } from './draft.repository.js';
import { DraftService, type DraftView } from './draft.service.js';

const page = statement(
  'posting.scheduled_of_author',
  `select ${postColumns} from posts p join channels c on c.id = p.channel_id
   where p.author_id = $1 and p.published_at is null and p.deleted_at is null
     and ${readableChannel({ channel: 'c', viewer: '$1', isGuest: '$2' })}
     and ($4::timestamptz is null or (p.scheduled_for, p.id) > ($4, $5::uuid))
   order by p.scheduled_for, p.id limit $3`,
);
/** Locks the post: the worker that publishes it and this wait for each other, and one of them finds it gone. */
const claim = statement(
  'posting.claim_scheduled',
  `select p.thread_id, p.channel_id, p.body, p.kind, p.timing, p.working_hours, p.working_days, p.by_instant, p.quorum, p.choices,
     p.urgency_reason, p.scheduled_recipient_ids, p.scheduled_for, t.title, t.post_count,
     array(select pm.media_id from post_media pm where pm.post_id = p.id order by pm.position) as media_ids
   from posts p join threads t on t.id = p.thread_id
   where p.id = $2 and p.author_id = $1 and p.published_at is null and p.deleted_at is null for update of p`,
);
const forget = statement(
  'posting.forget_scheduled',
  `with media as (delete from post_media where post_id = $1), mentioned as (delete from mentions where post_id = $1)
   delete from posts where id = $1`,
);
/** Of a thread that nobody else has seen: it waited for this post alone. */
const forgetThread = statement(
  'posting.forget_empty_thread',
  `with lone as (
     select t.id from threads t where t.id = $1 and t.post_count = 0 and not exists (select 1 from posts p where p.thread_id = t.id)),
   kept as (delete from thread_readers tr using lone where tr.thread_id = lone.id),
   unlinked as (update drafts d set thread_id = null from lone where d.thread_id = lone.id)
   delete from threads t using lone where t.id = lone.id`,
);

interface Claimed {
  thread_id: Id;
  channel_id: Id;
  body: string;
  kind: string;
  timing: string;
  working_hours: number | null;
  working_days: number | null;
  by_instant: string | null;
  quorum: string;
  choices: string[];
  urgency_reason: string | null;
  scheduled_recipient_ids: Id[];
  scheduled_for: string;
  title: string;
  post_count: number;
  media_ids: Id[];
}

/** Own posts that wait for their hour, and taking one back. */
@Injectable()
export class WaitingPostsService {
  constructor(
    private readonly sql: Sql,
    private readonly names: NamesService,
    private readonly rows: DraftRepository,
    private readonly drafts: DraftService,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Soonest first. @throws HubError input.page_too_long, input.bad_cursor */
  async page(actor: Actor, args: ForwardPageArgs): Promise<Page<PostView>> {
    const request = pageRequest(args, ['instant', 'id']);
    const place = [request.beyond?.[0] ?? null, request.beyond?.[1] ?? null];
    const values = [actor.memberId, actor.role === 'GUEST', request.size + 1, ...place];
    const posts = await this.names.posts(await this.sql.rows<PostRow>(page, values));
    return Page.of(posts, request, ({ scheduledFor, key }) => cursorOf(scheduledFor, key));
  }

  /**
   * The post becomes a draft again; a thread that waited for it alone goes with it.
   * @throws HubError post.not_found, also for one that has just been published
   */
  async cancel(actor: Actor, id: Id | undefined): Promise<DraftView> {
    const draftId = newId();
    await this.unitOfWork.run(async () => {
      const post = id && (await this.sql.row<Claimed>(claim, [actor.memberId, id]));
      if (!post) throw noSuchPost();
      const isOpening = post.post_count === 0;
      await this.sql.rows(forget, [id]);
      await this.sql.rows(forgetThread, [post.thread_id]);
      const draft = {
        channelId: post.channel_id,
        threadId: isOpening ? null : post.thread_id,
        title: isOpening ? post.title : '',
        body: post.body,
        mediaIds: post.media_ids,
        expectationJson: JSON.stringify(expectationOf(post)),
        publishAt: post.scheduled_for,
      };
      // Beyond the limit too: nothing that was written may be lost by it.
      await this.rows.insert(actor.memberId, draftId, draft, Number.MAX_SAFE_INTEGER);
    });
    return (await this.drafts.find(actor, draftId))!;
  }
}

/** As an ExpectationInput asks for it. */
const expectationOf = (post: Claimed): object => ({
  kind: post.kind,
  quorum: post.quorum,
  recipientIds: post.scheduled_recipient_ids.map((id) => globalId('Member', id)),
  choices: post.choices.length > 0 ? post.choices : undefined,
  timing: {
    withinWorkingHours: post.working_hours ?? undefined,
    withinWorkingDays: post.working_days ?? undefined,
    by: post.by_instant ?? undefined,
    now:
      post.timing === 'NOW'
        ? { needsImmediateResponse: true, respectsTheirTime: true, reason: post.urgency_reason }
        : undefined,
  },
});
