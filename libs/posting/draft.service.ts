import { Injectable } from '@nestjs/common';
import { ChannelDirectory, type ChannelEntry, ChannelService } from '#channels';
import { cursorOf, type ForwardPageArgs, Page, pageRequest } from '#graph';
import { type Actor, globalId, type Id, newId } from '#kernel';
import { MAX_TEXT, ThreadService, textTooLong } from '#threads';
import { type DraftChanges, DraftRepository, type DraftRow } from './draft.repository.js';
import { noSuchDraft, tooManyDraftMedia, tooManyDrafts } from './posting.errors.js';

const MOST_DRAFTS = 200;
const MOST_MEDIA = 20;
const MAX_TITLE = 200;
const MAX_EXPECTATION = 20_000;

/** A draft as its member sees it. */
export interface DraftView {
  key: Id;
  id: string;
  channel: ChannelEntry | null;
  threadKey: Id | null;
  title: string;
  body: string;
  mediaKeys: Id[];
  expectationJson: string | null;
  publishAt: string | null;
  updatedAt: string;
}

/** Half-written posts, kept by the server so that they follow a member from device to device. */
@Injectable()
export class DraftService {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly channels: ChannelService,
    private readonly directory: ChannelDirectory,
    private readonly threads: ThreadService,
  ) {}

  async find(actor: Actor, id: Id): Promise<DraftView | undefined> {
    const row = await this.drafts.find(actor, id);
    return row && (await this.views([row]))[0];
  }

  /** Changed last first. @throws HubError input.page_too_long, input.bad_cursor */
  async page(actor: Actor, args: ForwardPageArgs): Promise<Page<DraftView>> {
    const request = pageRequest(args, ['instant', 'id']);
    const views = await this.views(await this.drafts.page(actor, request));
    return Page.of(views, request, ({ updatedAt, key }) => cursorOf(updatedAt, key));
  }

  /**
   * Without an id a new one, else what is given of one that is there.
   * @throws HubError draft.not_found, draft.too_many, draft.too_many_media, input.text_too_long, channel.not_found, thread.not_found
   */
  async save(actor: Actor, id: Id | null | undefined, changes: DraftChanges): Promise<DraftView> {
    checkSize(changes);
    if (changes.channelId) await this.channels.require(actor, changes.channelId);
    if (changes.threadId) await this.threads.require(actor, changes.threadId);
    const key = id === null ? newId() : id;
    if (!key) throw noSuchDraft();
    if (id === null) {
      if (!(await this.drafts.insert(actor.memberId, key, changes, MOST_DRAFTS))) throw tooManyDrafts(MOST_DRAFTS);
    } else if (!(await this.drafts.update(actor.memberId, key, changes))) throw noSuchDraft();
    return (await this.find(actor, key))!;
  }

  /** What is not there is discarded already. */
  async discard(actor: Actor, id: Id | undefined): Promise<void> {
    if (id) await this.drafts.remove(actor.memberId, id);
  }

  private async views(rows: readonly DraftRow[]): Promise<DraftView[]> {
    const loading = this.directory.ensure(rows.flatMap((row) => row.channel_id ?? []));
    if (loading) await loading;
    return rows.map((row) => ({
      key: row.id,
      id: globalId('Draft', row.id),
      channel: row.channel_id === null ? null : this.directory.get(row.channel_id),
      threadKey: row.thread_id,
      title: row.title,
      body: row.body,
      mediaKeys: row.media_ids,
      expectationJson: row.expectation_json,
      publishAt: row.publish_at,
      updatedAt: row.updated_at,
    }));
  }
}

/** @throws HubError input.text_too_long, draft.too_many_media */
function checkSize({ title, body, expectationJson, mediaIds }: DraftChanges): void {
  if (title && title.length > MAX_TITLE) throw textTooLong('title', MAX_TITLE);
  if (body && body.length > MAX_TEXT) throw textTooLong('body', MAX_TEXT);
  if (expectationJson && expectationJson.length > MAX_EXPECTATION)
    throw textTooLong('expectationJson', MAX_EXPECTATION);
  if (mediaIds && mediaIds.length > MOST_MEDIA) throw tooManyDraftMedia(MOST_MEDIA);
}
