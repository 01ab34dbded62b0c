import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DigestScheduleService } from '#attention';
import { Config } from '#config';
import { Sql, startEmbeddedPostgres, statement } from '#database';
import { ManualClock } from '#kernel';
import { createApi } from '../apps/api/create-api.js';
import { migrate } from '../apps/migrate.js';
import { keepResults } from './results.js';

/** One morning on which the digests of so many members are due at the same minute: asked for, each once. */

const { values: flags } = parseArgs({ options: { members: { type: 'string', default: '100000' } } });
const members = Number(flags.members);
const NINE = '2026-11-24T08:00:00.000Z';

const week = JSON.stringify(
  ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'].map((day) => ({ day, startMinute: 540, endMinute: 1_020 })),
);
const people = statement(
  'bench.people',
  `insert into members (id, handle, name, email, role, time_zone, week, created_at)
   select gen_random_uuid(), 'person-' || n, 'Person ' || n, 'person-' || n || '@orchard.example', 'MEMBER',
     (array['Europe/Berlin', 'Africa/Lagos', 'Europe/Paris', 'Europe/Madrid'])[1 + n % 4], $2::jsonb, now()
   from generate_series(1, $1::int) n`,
);
const schedules = statement(
  'bench.schedules',
  `insert into digest_schedules (member_id, times, days, by_email, enabled, covered_until, next_at)
   select id, '{540}', '{MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY}', true, true, $1::timestamptz - interval '1 day', $1 from members`,
);
const left = statement('bench.left', 'select count(*)::int as count from digest_schedules where next_at <= $1');
const waiting = statement('bench.waiting', 'select count(*)::int as count from outbox');
const analyze = statement('bench.analyze', 'analyze');

const directory = mkdtempSync(join(tmpdir(), 'meantime-morning-'));
const postgres = await startEmbeddedPostgres(directory);
try {
  await migrate(postgres.url);
  const clock = new ManualClock(Date.parse(NINE));
  const config = Config.read({ DATABASE_URL: postgres.url, MEANTIME_DATA_DIR: directory, LOG_FORMAT: 'json' });
  const app = await createApi(config, clock);
  const sql = app.get(Sql, { strict: false });
  await sql.rows(people, [members, week]);
  await sql.rows(schedules, [NINE]);
  await sql.rows(analyze);
  const memory: number[] = [];
  const watch = setInterval(() => memory.push(Math.round(process.memoryUsage.rss() / 2 ** 20)), 500);
  const startMs = performance.now();
  const asked = await app.get(DigestScheduleService, { strict: false }).askForDue();
  const seconds = (performance.now() - startMs) / 1_000;
  clearInterval(watch);
  const again = await app.get(DigestScheduleService, { strict: false }).askForDue();
  const figures = {
    members,
    asked,
    askedAgain: again,
    stillDue: (await sql.row<{ count: number }>(left, [NINE]))!.count,
    leftInOutbox: (await sql.row<{ count: number }>(waiting))!.count,
    seconds: Math.round(seconds * 10) / 10,
    memoryMiB: { first: memory[0], highest: Math.max(...memory), last: memory.at(-1) },
  };
  console.log(figures);
  console.log(`All figures: ${keepResults('digest-morning', figures)}`);
  await app.close();
  process.exitCode = asked === members && again === 0 ? 0 : 1;
} finally {
  await postgres.stop();
  rmSync(directory, { recursive: true, force: true });
}
process.exit();
