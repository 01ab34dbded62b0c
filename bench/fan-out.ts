import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { globalId } from '#kernel';
import { startBenchDatabase } from './bench-database.js';
import { defaultDataDirectory } from './data-directory.js';
import type { Received, ToSubscribers } from './fan-out-subscribers.js';
import { documents } from './operations.js';
import { cpuMicros } from './process-usage.js';
import { type BenchRequest, replyVariables } from './requests.js';
import { keepResults } from './results.js';
import { hasHub, startHub, startLimit, type Target } from './targets.js';
import { ask } from './verify-answers.js';

/** How long the last messages may take. */
const DRAIN_MS = 10_000;
const PROBES = 20;

const { values: flags } = parseArgs({
  options: {
    subscribers: { type: 'string', default: '1000' },
    'posts-per-second': { type: 'string', default: '50' },
    seconds: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '2' },
    scale: { type: 'string', default: '1' },
    dir: { type: 'string' },
  },
});
const scale = Number(flags.scale);
const postsPerSecond = Number(flags['posts-per-second']);
const posts = postsPerSecond * Number(flags.seconds);

interface FanOut extends Received {
  target: string;
  expected: number;
  seconds: number;
  /** CPU of the server for each delivered message, of Postgres for each post. */
  serverMicros: number;
  postgresMicros: number;
}

const database = await startBenchDatabase({ directory: flags.dir ?? defaultDataDirectory(scale), scale, seed: 1 });
const results: FanOut[] = [];
try {
  const place = await findPlace(database.url, Number(flags.subscribers));
  for (let round = 0; round < Number(flags.rounds); round++) {
    const starts = [() => startLimit('LIMIT', database.url), ...(hasHub() ? [() => startHub(database.url)] : [])];
    for (const start of round % 2 === 0 ? starts : starts.reverse()) {
      const target = await start();
      try {
        results.push(await measure(target, place));
      } finally {
        await target.stop();
      }
    }
  }
} finally {
  await database.stop();
}
conclude();

interface Place {
  /** As the database knows it. */
  threadId: string;
  authorIds: string[];
  viewerIds: string[];
}

/** An open thread in a channel that all may read, its writers, and as many subscribers as asked, if need be the same people again. */
async function findPlace(url: string, subscribers: number): Promise<Place> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows: threads } = await client.query<{ id: string }>(
    `select t.id from threads t join channels c on c.id = t.channel_id
     where t.state = 'OPEN' and c.visibility = 'PUBLIC' order by t.id limit 1`,
  );
  const { rows: people } = await client.query<{ id: string }>(
    `select m.id from sessions s join members m on m.id = s.member_id where m.role <> 'GUEST' order by m.id`,
  );
  await client.end();
  const ids = people.map(({ id }) => id);
  const viewerIds = Array.from({ length: subscribers }, (_, at) => ids[at % ids.length]!);
  return { threadId: threads[0]!.id, authorIds: ids.slice(0, 20), viewerIds };
}

async function measure(target: Target, { threadId, authorIds, viewerIds }: Place): Promise<FanOut> {
  const child = fork(join(import.meta.dirname, 'fan-out-subscribers.js'), [], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const tell = async (message: ToSubscribers): Promise<Received> => {
    child.send(message);
    const [answer] = (await once(child, 'message')) as [Received];
    return answer;
  };
  const reply = async (number: number): Promise<void> => {
    const variables = replyVariables(threadId, `Number ${number} of those that everybody hears of.`);
    const body = JSON.stringify({ operationName: 'postReply', query: documents.postReply, variables });
    const request: BenchRequest = { operation: 'postReply', viewerId: authorIds[number % authorIds.length]!, body };
    const { errors } = (await ask(target, request)) as { errors?: unknown };
    if (errors) throw new Error(`A reply was refused: ${JSON.stringify(errors)}`);
  };

  await tell({ do: 'subscribe', port: target.port, threadId: globalId('Thread', threadId), viewerIds });
  // Nothing acknowledges a subscription: the first post that reaches everybody does.
  for (let probe = 0; ; probe++) {
    await tell({ do: 'forget' });
    await reply(probe);
    await sleep(1_000);
    if ((await tell({ do: 'count' })).received === viewerIds.length) break;
    if (probe === PROBES) throw new Error(`${target.name} does not reach every subscriber.`);
  }
  await tell({ do: 'forget' });

  const expected = posts * viewerIds.length;
  const serverBefore = cpuMicros(target.pid);
  const postgresBefore = cpuMicros(database.pid);
  const startMs = performance.now();
  const replies: Promise<void>[] = [];
  for (let number = 0; number < posts; number++) {
    await sleep(Math.max(0, startMs + (number * 1000) / postsPerSecond - performance.now()));
    replies.push(reply(number));
  }
  await Promise.all(replies);
  for (let waitedMs = 0; waitedMs < DRAIN_MS; waitedMs += 50) {
    if ((await tell({ do: 'count' })).received >= expected) break;
    await sleep(50);
  }
  const seconds = (performance.now() - startMs) / 1000;
  const serverUsed = cpuMicros(target.pid) - serverBefore;
  const postgresMicros = (cpuMicros(database.pid) - postgresBefore) / posts;
  const result = await tell({ do: 'report' });
  const serverMicros = serverUsed / result.received;
  child.disconnect();
  return { ...result, target: target.name, expected, seconds, serverMicros, postgresMicros };
}

function conclude(): void {
  process.stdout.write(`${viewersAndPosts()}\n`);
  for (const { target, received, expected, seconds, p50Ms, p99Ms, serverMicros, postgresMicros } of results) {
    const rate = (received / seconds).toFixed(0);
    process.stdout.write(
      `${target.padEnd(6)} ${received} of ${expected} messages, ${rate}/s, p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms, ` +
        `server ${serverMicros.toFixed(1)} us a message, Postgres ${postgresMicros.toFixed(0)} us a post\n`,
    );
  }
  keepResults('fan-out', { flags, results });
}

function viewersAndPosts(): string {
  return `${flags.subscribers} subscribers, ${postsPerSecond} posts a second for ${flags.seconds} s`;
}
