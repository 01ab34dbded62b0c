import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import { Jobs } from '#jobs';
import type { Id } from '#kernel';
import { copyMedia } from '../media.jobs.js';
import type { MediaRow } from '../media.repository.js';
import { jobOf, laneOf, type WorkFacts, workSeconds } from './lanes.js';

/** The largest place in line that every queue engine knows; reached after three weeks without one idle minute. */
const LAST_TURN = 2_000_000;

/**
 * Fair queueing by time stamps: an item's turn is the CPU seconds that its lane has begun to serve, or those that its
 * owner already waits for there, and its own price. So a member's twentieth upload stands behind everybody's first, and
 * whoever waits is passed by nobody for ever, as what is being served moves on.
 */
const takeTurn = statement(
  'media.take_turn',
  `with ahead as (
     select owner_id, turn from media where status = 'PROCESSING' and lane = $2 and turn is not null and id <> $1
   )
   update media m set lane = $2, turn = least(${LAST_TURN}, greatest(
     coalesce((select min(turn) from ahead), 0),
     coalesce((select max(turn) from ahead where ahead.owner_id = m.owner_id), 0)) + $3::int)
   where m.id = $1 returning m.turn`,
);

/** Containers whose recordings play as they came, if their streams do. */
const openedByBrowsers = new Set(['video/mp4', 'video/webm', 'video/quicktime', 'video/x-m4v', 'video/ogg']);

type KnownItem = Pick<MediaRow, 'id' | 'kind' | 'mime_type' | 'byte_size' | 'duration_ms' | 'width' | 'height'>;

/** Asks for the renditions of an item, in the lane of its price and in its owner's turn. Call it in the transaction. */
@Injectable()
export class MediaWork {
  constructor(
    private readonly sql: Sql,
    private readonly jobs: Jobs,
  ) {}

  /** For what has just arrived. */
  async ask(mediaId: Id, facts: WorkFacts): Promise<void> {
    if (facts.kind === 'VIDEO' && !openedByBrowsers.has(facts.mimeType)) await this.jobs.ask(copyMedia, { mediaId });
    await this.askInLane(mediaId, facts);
  }

  private async askInLane(mediaId: Id, facts: WorkFacts): Promise<void> {
    const lane = laneOf(facts);
    const row = await this.sql.row<{ turn: number }>(takeTurn, [mediaId, lane, workSeconds(facts)]);
    if (row) await this.jobs.askInTurn(jobOf[lane], row.turn, { mediaId });
  }

  /** For what is known of an item already. */
  askAgain(row: KnownItem): Promise<void> {
    const { id, kind, width, height } = row;
    const facts = { kind, mimeType: row.mime_type, byteSize: row.byte_size, durationMs: row.duration_ms };
    return this.askInLane(id, { ...facts, width, height });
  }
}
