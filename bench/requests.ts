import type pg from 'pg';
import { globalId } from '#kernel';
import { documents, type OperationName, VIEWER_HEADER } from './operations.js';
import { SeededRandom } from './seeded-random.js';
import { tokenOf } from './viewer-sessions.js';

/** One request of one viewer. */
export interface BenchRequest {
  operation: OperationName;
  viewerId: string;
  body: string;
}

/** Everybody with a session who may read the channel `c`. */
const readers = `sessions s join members m on m.id = s.member_id
  join channels c on (c.visibility = 'PUBLIC' and m.role <> 'GUEST')
    or exists (select 1 from channel_members cm where cm.channel_id = c.id and cm.member_id = m.id)`;

/** Pages that are full, asked for by different people, in an order that is the same every time. */
const samples: Readonly<Record<OperationName, string>> = {
  channelPage: `with busy as materialized (select channel_id from threads group by channel_id having count(*) >= 50)
    select m.id as viewer, c.id from ${readers} join busy on busy.channel_id = c.id
    order by md5(m.id::text || c.id::text) limit 1000`,
  threadPage: `select cm.member_id as viewer, t.id from threads t join channel_members cm on cm.channel_id = t.channel_id
      join sessions s on s.member_id = cm.member_id
    where t.post_count >= 50 order by md5(cm.member_id::text || t.id::text) limit 1000`,
  waitingOnMe: `select s.member_id as viewer, null as id from sessions s join lateral (
      select count(*) as waiting from expected_responses r
      where r.recipient_id = s.member_id and r.status = 'OPEN' and r.deliver_at <= now()) as w on true
    order by waiting desc, md5(s.member_id::text) limit 300`,
  postReply: `select viewer, id from (
      select distinct on (t.id) tr.member_id as viewer, t.id from threads t join thread_readers tr on tr.thread_id = t.id
        join sessions s on s.member_id = tr.member_id where t.state = 'OPEN'
      order by t.id, md5(tr.member_id::text)) as pairs
    order by md5(id::text) limit 4000`,
};

/** @returns as many different requests as the data gives, in their order */
export async function requestsFor(client: pg.Client, operation: OperationName): Promise<BenchRequest[]> {
  const { rows } = await client.query<{ viewer: string; id: string | null }>(samples[operation]);
  if (rows.length === 0) throw new Error(`The data is too small for ${operation}: generate it with a larger --scale.`);
  const random = new SeededRandom(rows.length);
  return rows.map(({ viewer, id }) => ({
    operation,
    viewerId: viewer,
    body: JSON.stringify({
      operationName: operation,
      query: documents[operation],
      variables: variablesOf(operation, id, random),
    }),
  }));
}

function variablesOf(operation: OperationName, id: string | null, random: SeededRandom): object {
  if (operation === 'channelPage') return { id: globalId('Channel', id!) };
  if (operation === 'threadPage') return { id: globalId('Thread', id!) };
  if (operation === 'waitingOnMe') return {};
  return replyVariables(id!, random.words(25));
}

/** @param threadId the stored id */
export const replyVariables = (threadId: string, body: string): object => ({
  input: { threadId: globalId('Thread', threadId), body },
});

export const headersOf = ({ viewerId }: Pick<BenchRequest, 'viewerId'>): Record<string, string> => ({
  authorization: `Bearer ${tokenOf(viewerId)}`,
  'content-type': 'application/json',
  [VIEWER_HEADER]: viewerId,
});

/** The bytes of the whole HTTP request: nothing is composed while it is measured. */
export function bytesOf(request: BenchRequest): Buffer {
  const lines = Object.entries(headersOf(request)).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = Buffer.byteLength(request.body);
  return Buffer.from(
    `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: application/json\r\n${lines.join('')}content-length: ${length}\r\n\r\n${request.body}`,
  );
}
