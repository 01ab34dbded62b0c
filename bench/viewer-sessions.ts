import { createHash } from 'node:crypto';
import { DAY_MS, instant, type MemberRow } from './people.js';
import { SeededRandom } from './seeded-random.js';

const SESSIONS = 1_200;

/** Every bench viewer's token can be told from their id, so no list of secrets lies about. */
export const tokenOf = (memberId: string): string =>
  `mts_${createHash('sha256').update(`bench ${memberId}`).digest('base64url')}`;

export function* sessionsOf(members: readonly MemberRow[], nowMs: number): Generator<object> {
  const random = new SeededRandom(members.length);
  for (const { id } of members.filter(({ is_bot }) => !is_bot).slice(0, SESSIONS)) {
    yield {
      id: random.id(nowMs),
      member_id: id,
      token_hash: `\\x${createHash('sha256').update(tokenOf(id)).digest('hex')}`,
      created_at: instant(nowMs),
      // In the future: the hub writes the last use once an hour, and that would be measured.
      last_used_at: instant(nowMs + 300 * DAY_MS),
      expires_at: instant(nowMs + 365 * DAY_MS),
    };
  }
}
