import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Person } from '../test/support/team.js';
import { TusUpload } from '../test/support/tus-upload.js';
import { browserRecording, hugeRecording } from './media-samples.js';
import { memoryMiB, treeOf } from './process-usage.js';
import { median } from './report.js';
import { keepResults } from './results.js';
import { measureTransfers } from './transfers.js';
import { WebHub } from './web-hub.js';

/** What people wait for with recordings, on one machine: hub, worker, Postgres and ffmpeg share its cores. */

const PART_BYTES = 16 * 1024 ** 2;
const PATIENCE_MS = 30 * 60_000;
const { values: flags } = parseArgs({
  options: {
    only: { type: 'string', default: 'minute,playable,memory,transfer' },
    /** Transcodes that wait meanwhile, and recordings that are measured under them. */
    queued: { type: 'string', default: '20' },
    answers: { type: 'string', default: '20' },
    gigabytes: { type: 'string', default: '2' },
  },
});
const only = new Set(flags.only.split(','));

const directory = mkdtempSync(join(tmpdir(), 'meantime-bench-media-'));
const hub = await WebHub.start(0);
const figures: Record<string, unknown> = { flags };
try {
  if (only.has('minute')) figures.minute = await minute();
  if (only.has('memory')) figures.memory = await memory();
  if (only.has('transfer')) figures.transfer = await measureTransfers(hub, directory, 512 * 1024 ** 2);
  // Last: what waits meanwhile is left behind.
  if (only.has('playable')) figures.playable = await playable();
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  keepResults('media', figures);
} finally {
  await hub.stop();
  rmSync(directory, { recursive: true, force: true });
}

/** A minute of 720p on an idle hub: from its last byte until all renditions are there, against its duration. */
async function minute(): Promise<{ seconds: number; ofDuration: number }> {
  const file = join(directory, 'minute.webm');
  await browserRecording(file, 60, '1280x720');
  const id = await upload(hub.ada, file, 'video/webm');
  const fromMs = performance.now();
  await untilReady(id);
  const seconds = (performance.now() - fromMs) / 1000;
  return { seconds, ofDuration: seconds / 60 };
}

/** From the last byte until another member has read the beginning of it, while many transcodes wait. */
async function playable(): Promise<{ p50Ms: number; p95Ms: number; waitedFor: number }> {
  const heavy = join(directory, 'heavy.webm');
  const answer = join(directory, 'answer.webm');
  await browserRecording(heavy, 60, '1280x720');
  await browserRecording(answer, 20, '640x360');
  for (let index = 0; index < Number(flags.queued); index++) await upload(hub.ada, heavy, 'video/webm');
  const tookMs: number[] = [];
  for (let index = 0; index < Number(flags.answers); index++) {
    const bytes = readFileSync(answer);
    const last = bytes.length - Math.ceil(bytes.length / 20);
    const recording = await TusUpload.open(hub.client, hub.ada, { filename: 'answer.webm', mimeType: 'video/webm' });
    await post(recording.mediaId);
    await recording.send(0, bytes.subarray(0, last));
    const fromMs = performance.now();
    await recording.send(last, bytes.subarray(last), bytes.length);
    await firstBytes(hub.ben, recording.mediaId);
    tookMs.push(performance.now() - fromMs);
    await sleep(500);
  }
  const sorted = [...tookMs].sort((one, other) => one - other);
  const waitedFor = await waiting();
  return { p50Ms: median(sorted), p95Ms: sorted[Math.ceil(sorted.length * 0.95) - 1]!, waitedFor };
}

/** The most that the processes of the hub themselves hold while a huge file comes in and is worked through. */
async function memory(): Promise<Record<string, number>> {
  const file = join(directory, 'huge.mkv');
  await hugeRecording(file, Number(flags.gigabytes) * 1024 ** 3);
  const most: Record<string, number> = {};
  const look = setInterval(() => {
    for (const pid of treeOf(hub.pid)) {
      const name = nameOf(pid);
      if (name) most[name] = Math.max(most[name] ?? 0, memoryMiB(pid, false));
    }
  }, 250);
  try {
    await untilReady(await upload(hub.ada, file, 'video/x-matroska'));
  } finally {
    clearInterval(look);
    rmSync(file);
  }
  return most;
}

/** Processes end while they are looked at. */
function nameOf(pid: number): string | undefined {
  try {
    return /apps\/(api|worker)\/main/.exec(readFileSync(`/proc/${pid}/cmdline`, 'latin1'))?.[1];
  } catch {
    return undefined;
  }
}

async function upload(owner: Person, file: string, mimeType: string): Promise<string> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const sending = await TusUpload.open(hub.client, owner, { filename: 'recording', mimeType, byteSize: size });
    const part = Buffer.alloc(PART_BYTES);
    for (let offset = 0; offset < size; ) {
      const { bytesRead } = await handle.read(part, 0, PART_BYTES, offset);
      offset = await sending.send(offset, part.subarray(0, bytesRead));
    }
    return sending.mediaId;
  } finally {
    await handle.close();
  }
}

/** Whoever may see the post may see what hangs below it. */
async function post(mediaId: string): Promise<void> {
  await hub.client.ask(
    'mutation ($input: OpenThreadInput!) { openThread(input: $input) { thread { id } } }',
    { input: { channelId: hub.channelId, title: 'An answer', mediaIds: [mediaId] } },
    hub.ada.token,
  );
}

async function firstBytes(viewer: Person, id: string): Promise<void> {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(10)) {
    const { media } = await hub.client.ask<{ media: { originalUrl: string | null } }>(
      'query ($id: ID!) { media(id: $id) { originalUrl } }',
      { id },
      viewer.token,
    );
    if (!media.originalUrl) continue;
    const answer = await fetch(media.originalUrl, { headers: { range: 'bytes=0-65535' } });
    if (answer.status !== 206) throw new Error(`The recording answers ${answer.status}.`);
    await answer.arrayBuffer();
    return;
  }
  throw new Error('It was never playable.');
}

async function untilReady(id: string): Promise<void> {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(50)) {
    const { media } = await hub.client.ask<{ media: { status: string; failure: string | null } }>(
      'query ($id: ID!) { media(id: $id) { status failure } }',
      { id },
      hub.ada.token,
    );
    if (media.status === 'READY') return;
    if (media.status === 'FAILED') throw new Error(media.failure ?? 'It failed.');
  }
  throw new Error('It was never ready.');
}

async function waiting(): Promise<number> {
  const { administration } = await hub.client.ask<{ administration: { queues: { waiting: number }[] } }>(
    '{ administration { queues { waiting } } }',
    {},
    hub.ada.token,
  );
  return administration.queues.reduce((sum, queue) => sum + queue.waiting, 0);
}
