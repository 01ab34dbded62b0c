import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import { documents } from './operations.js';
import { type BenchRequest, headersOf, replyVariables } from './requests.js';
import type { Target } from './targets.js';
import { writtenBy } from './written-rows.js';

const COMPARED_READS = 60;
const COMPARED_WRITES = 12;

export interface Difference {
  operation: string;
  target: string;
  request: string;
  path: string;
}

export async function ask(target: Target, request: BenchRequest): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${target.port}/graphql`, {
    method: 'POST',
    headers: headersOf(request),
    body: request.body,
  });
  return response.json();
}

/** Every target's answers against the first one's. @returns the first difference of each target; none is as it should be */
export async function compareReads(
  targets: readonly Target[],
  requests: readonly BenchRequest[],
): Promise<Difference[]> {
  const [reference, ...others] = targets;
  const differences = new Map<string, Difference>();
  for (const request of requests.slice(0, COMPARED_READS)) {
    const expected = comparable(await ask(reference!, request));
    for (const target of others) {
      const path = differs(expected, comparable(await ask(target, request)), '');
      if (path !== undefined && !differences.has(target.name)) {
        differences.set(target.name, {
          operation: request.operation,
          target: target.name,
          request: request.body,
          path,
        });
      }
    }
  }
  return [...differences.values()];
}

/**
 * One reply through every target, each on the same rows as they were before: answer and written rows must be the same.
 * Half of the replies fulfil something that their author owed.
 */
export async function compareWrites(client: pg.Client, targets: readonly Target[]): Promise<Difference[]> {
  const { rows } = await client.query<{ viewer: string; thread: string }>(
    `(select distinct r.recipient_id as viewer, r.thread_id as thread from expected_responses r
        join sessions s on s.member_id = r.recipient_id join threads t on t.id = r.thread_id and t.state = 'OPEN'
        join channel_members cm on cm.channel_id = t.channel_id and cm.member_id = r.recipient_id
      where r.status = 'OPEN' and r.kind = 'REPLY' order by 2, 1 limit $1)
     union all
     (select tr.member_id, t.id from threads t join thread_readers tr on tr.thread_id = t.id
        join sessions s on s.member_id = tr.member_id where t.state = 'OPEN' order by 2, 1 limit $1)`,
    [COMPARED_WRITES / 2],
  );
  const differences: Difference[] = [];
  for (const { viewer, thread } of rows) {
    const variables = replyVariables(thread, 'The same words through every target.');
    const body = JSON.stringify({ operationName: 'postReply', query: documents.postReply, variables });
    const request: BenchRequest = { operation: 'postReply', viewerId: viewer, body };
    let expected: unknown;
    for (const target of targets) {
      const seen = await writtenBy(client, thread, viewer, async () => comparable(await ask(target, request)));
      expected ??= seen;
      const path = differs(expected, seen, '');
      if (path !== undefined) differences.push({ operation: 'postReply', target: target.name, request: body, path });
    }
  }
  return differences;
}

/** Cursors are each server's own; ids and instants of new posts are of the moment. */
function comparable(answer: unknown): unknown {
  const isNew =
    typeof answer === 'object' && answer !== null && JSON.stringify(answer).startsWith('{"data":{"postReply"');
  return JSON.parse(JSON.stringify(answer), (key, value: unknown) => {
    if (key === 'endCursor') return value === null ? null : 'a cursor';
    if (isNew && key === 'publishedAt') return String(value).replace(/\d/g, '0');
    if (isNew && key === 'id' && String(value).startsWith('pst_')) return 'a new post';
    return value;
  });
}

/** Where two answers differ first, with both sides; undefined where they are equal. */
export function differs(expected: unknown, found: unknown, path: string): string | undefined {
  if (isDeepStrictEqual(expected, found)) return undefined;
  if (typeof expected !== 'object' || typeof found !== 'object' || expected === null || found === null) {
    return `${path}: ${JSON.stringify(expected)} and ${JSON.stringify(found)}`;
  }
  for (const key of new Set([...Object.keys(expected), ...Object.keys(found)])) {
    const inner = differs(
      (expected as Record<string, unknown>)[key],
      (found as Record<string, unknown>)[key],
      `${path}.${key}`,
    );
    if (inner !== undefined) return inner;
  }
  return path;
}
