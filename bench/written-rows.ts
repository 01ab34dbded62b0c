import type pg from 'pg';

/** What a reply may touch, as it stands: rows as JSON, so that they can be put back. */
const touched = `select
  (select to_jsonb(t) from threads t where t.id = $1) as thread,
  (select to_jsonb(tr) from thread_readers tr where tr.thread_id = $1 and tr.member_id = $2) as reader,
  (select coalesce(jsonb_agg(to_jsonb(r) order by r.id), '[]') from expected_responses r where r.thread_id = $1) as responses`;

const made = `select
  (select jsonb_agg(to_jsonb(p) - '{id,published_at,created_at}'::text[]) from posts p where p.thread_id = $1 and p.number > $2) as posts,
  (select coalesce(jsonb_agg(to_jsonb(e) - '{id,at}'::text[] order by e.expected_response_id), '[]')
   from expected_response_events e join expected_responses r on r.id = e.expected_response_id where r.thread_id = $1) as events,
  (select coalesce(jsonb_agg(to_jsonb(h) - '{id,post_id,at}'::text[] order by h.id), '[]') from happenings h where h.thread_id = $1) as happenings`;

interface Touched {
  thread: { post_count: number };
  reader: object | null;
  responses: object[];
}

/**
 * Does something that posts one reply, and takes it back.
 * @returns its result with every row that it has written, without ids and instants of the moment
 */
export async function writtenBy(
  client: pg.Client,
  threadId: string,
  memberId: string,
  act: () => Promise<unknown>,
): Promise<unknown> {
  const before = (await client.query<Touched>(touched, [threadId, memberId])).rows[0]!;
  const result = await act();
  const after = (await client.query<Touched>(touched, [threadId, memberId])).rows[0]!;
  const written = (await client.query(made, [threadId, before.thread.post_count])).rows[0];
  await client.query('set session_replication_role = replica');
  await client.query(
    `delete from expected_response_events e using expected_responses r where r.id = e.expected_response_id and r.thread_id = $1`,
    [threadId],
  );
  await client.query('delete from happenings where thread_id = $1', [threadId]);
  await client.query('delete from posts where thread_id = $1 and number > $2', [threadId, before.thread.post_count]);
  await client.query('delete from thread_readers where thread_id = $1 and member_id = $2', [threadId, memberId]);
  await client.query('delete from expected_responses where thread_id = $1', [threadId]);
  await client.query('delete from threads where id = $1', [threadId]);
  await putBack(client, 'threads', [before.thread]);
  await putBack(client, 'expected_responses', before.responses);
  if (before.reader) await putBack(client, 'thread_readers', [before.reader]);
  await client.query('reset session_replication_role');
  return JSON.parse(JSON.stringify({ result, after, written }), (key, value: unknown) => {
    if (key === 'last_activity_at' || key === 'closed_at') return value === null ? null : 'an instant';
    if (key === 'answer_post_id') return value === null ? null : 'a post';
    return value;
  });
}

async function putBack(client: pg.Client, table: string, rows: object[]): Promise<void> {
  await client.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`, [
    JSON.stringify(rows),
  ]);
}
