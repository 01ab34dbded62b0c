import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import type { Id } from '#kernel';

/** Whom and what a job was for. */
export interface JobSubject {
  subject: string;
  ownerId: Id | null;
  channelId: Id | null;
  mediaId: Id | null;
}

const ofMedia = statement(
  'job_subjects.of_media',
  `select m.id, m.filename as subject, m.owner_id, p.channel_id from media m
     left join lateral (select p.channel_id from post_media pm join posts p on p.id = pm.post_id
       where pm.media_id = m.id order by pm.post_id limit 1) p on true
   where m.id = any($1)`,
);
const ofDigests = statement(
  'job_subjects.of_digests',
  `select d.id, 'The digest of ' || m.name as subject, m.id as owner_id, null::uuid as channel_id
   from digests d join members m on m.id = d.member_id where d.id = any($1)`,
);
const ofDeliveries = statement(
  'job_subjects.of_deliveries',
  `select d.id, 'What was to reach ' || m.name as subject, m.id as owner_id, null::uuid as channel_id
   from deliveries d join members m on m.id = d.member_id where d.id = any($1)`,
);
const ofMembers = statement(
  'job_subjects.of_members',
  `select m.id, 'A digest for ' || m.name as subject, m.id as owner_id, null::uuid as channel_id from members m where m.id = any($1)`,
);

interface Payload {
  mediaId?: Id;
  digestId?: Id;
  memberId?: Id;
  deliveryIds?: Id[];
}

interface Row {
  id: Id;
  subject: string;
  owner_id: Id;
  channel_id: Id | null;
}

/** Finds out from payloads what jobs were for: four statements for any number of jobs. */
@Injectable()
export class FailedJobSubjects {
  constructor(private readonly sql: Sql) {}

  async of(payloads: readonly unknown[]): Promise<JobSubject[]> {
    const given = payloads.map((payload) => payload as Payload);
    const ids = (key: 'mediaId' | 'digestId' | 'memberId'): Id[] => given.flatMap((payload) => payload[key] ?? []);
    const rows = async (asked: typeof ofMedia, wanted: Id[]): Promise<Map<Id, Row>> =>
      new Map(wanted.length > 0 ? (await this.sql.rows<Row>(asked, [wanted])).map((row) => [row.id, row]) : []);
    const media = await rows(ofMedia, ids('mediaId'));
    const digests = await rows(ofDigests, ids('digestId'));
    const members = await rows(ofMembers, ids('memberId'));
    // All deliveries of one job are one member's.
    const deliveries = await rows(
      ofDeliveries,
      given.flatMap(({ deliveryIds }) => deliveryIds?.[0] ?? []),
    );
    return given.map(({ mediaId, digestId, memberId, deliveryIds }) => {
      const row =
        media.get(mediaId ?? '') ??
        digests.get(digestId ?? '') ??
        members.get(memberId ?? '') ??
        deliveries.get(deliveryIds?.[0] ?? '');
      return {
        subject: row?.subject ?? 'Something that is gone',
        ownerId: row?.owner_id ?? null,
        channelId: row?.channel_id ?? null,
        mediaId: mediaId && media.has(mediaId) ? mediaId : null,
      };
    });
  }
}
