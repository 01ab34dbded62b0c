import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import { Clock, type Id } from '#kernel';
import { MAX_WORDS, type SpokenSegment, spokenText } from './segments.js';

export interface TranscriptRow {
  media_id: Id;
  language: string;
  segments: SpokenSegment[];
  edited: boolean;
}

const columns = 't.media_id, t.language, t.segments, t.edited';
const of = statement(
  'transcripts.of',
  `select ${columns} from transcripts t where t.media_id = any($1) and t.status = 'READY'`,
);
/** Beginning anew is for what failed; what is there or under way stays. */
const begin = statement(
  'transcripts.begin',
  `insert into transcripts (media_id, status, updated_at) select m.id, 'PENDING', $2 from media m where m.id = $1
   on conflict (media_id) do update set status = 'PENDING', progress = 0, failure = null, updated_at = $2
     where transcripts.status = 'FAILED'
   returning media_id`,
);
const setProgress = statement(
  'transcripts.set_progress',
  `update transcripts set progress = $2 where media_id = $1 and status = 'PENDING' and progress < $2 returning media_id`,
);
const complete = statement(
  'transcripts.complete',
  `update transcripts set status = 'READY', progress = 1, failure = null, language = $2, segments = $3::jsonb, words = $4,
     revision = revision + 1, updated_at = $5
   where media_id = $1 and status = 'PENDING' and not edited returning media_id`,
);
const fail = statement(
  'transcripts.fail',
  `update transcripts set status = 'FAILED', failure = $2, updated_at = $3
   where media_id = $1 and status = 'PENDING' returning media_id`,
);
const edit = statement(
  'transcripts.edit',
  `insert into transcripts (media_id, status, progress, segments, words, edited, revision, updated_at)
   select m.id, 'READY', 1, $2::jsonb, $3, true, 1, $4 from media m where m.id = $1
   on conflict (media_id) do update set status = 'READY', progress = 1, failure = null, segments = excluded.segments,
     words = excluded.words, edited = true, revision = transcripts.revision + 1, updated_at = $4
   returning media_id`,
);
const lost = statement(
  'transcripts.lost',
  `select t.media_id as id from transcripts t
   where t.status = 'PENDING' and t.updated_at < $1
     and not exists (select 1 from outbox o where o.job = $2 and o.payload->>'mediaId' = t.media_id::text)
   order by t.media_id limit $3`,
);

const words = (segments: readonly SpokenSegment[]): string => spokenText(segments).slice(0, MAX_WORDS);

@Injectable()
export class TranscriptRepository {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** Of media that the caller may see. */
  of(mediaIds: readonly Id[]): Promise<TranscriptRow[]> {
    return this.sql.rows<TranscriptRow>(of, [mediaIds]);
  }

  /** @returns false where one is there or under way already, or the media item is gone */
  async begin(mediaId: Id): Promise<boolean> {
    return (await this.sql.row(begin, [mediaId, this.clock.now()])) !== undefined;
  }

  /** @returns false where nobody waits for it any more, or it is further than this */
  async setProgress(mediaId: Id, progress: number): Promise<boolean> {
    return (await this.sql.row(setProgress, [mediaId, progress])) !== undefined;
  }

  /** PENDING to READY, unless somebody has written one meanwhile. @returns whether it was written */
  async complete(mediaId: Id, language: string, segments: readonly SpokenSegment[]): Promise<boolean> {
    const values = [mediaId, language, JSON.stringify(segments), words(segments), this.clock.now()];
    return (await this.sql.row(complete, values)) !== undefined;
  }

  async fail(mediaId: Id, failure: string): Promise<boolean> {
    return (await this.sql.row(fail, [mediaId, failure, this.clock.now()])) !== undefined;
  }

  async edit(mediaId: Id, segments: readonly SpokenSegment[]): Promise<boolean> {
    const values = [mediaId, JSON.stringify(segments), words(segments), this.clock.now()];
    return (await this.sql.row(edit, values)) !== undefined;
  }

  /** Those that wait for a job which neither stands in the outbox nor, if the queue is idle, anywhere else. */
  lost(jobName: string, before: Date, limit: number): Promise<{ id: Id }[]> {
    return this.sql.rows(lost, [before, jobName, limit]);
  }
}
