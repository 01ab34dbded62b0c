import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { request } from 'node:http';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { bytesOf, randomFile } from './media-samples.js';
import { median } from './report.js';
import { freePort } from './targets.js';
import type { WebHub } from './web-hub.js';

const NAME = 'transfer.bin';
const ROUNDS = 3;

export interface Transfers {
  /** Bytes a second against the bare stream, each round. */
  upload: number[];
  download: number[];
  uploadMiBPerSecond: number;
  downloadMiBPerSecond: number;
}

/** One large file, up and down, by the hub and by a bare Node server in turn, on the same disk. */
export async function measureTransfers(hub: WebHub, directory: string, bytes: number): Promise<Transfers> {
  await randomFile(`${directory}/${NAME}`, bytes);
  const port = await freePort();
  const plain = fork(resolve(import.meta.dirname, 'plain-transfer.js'), [directory, String(port)]);
  await once(plain, 'message');
  const plainUrl = `http://127.0.0.1:${port}/`;
  const seconds: Record<'up' | 'plainUp' | 'down' | 'plainDown', number>[] = [];
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const plainUp = await timed(() => send(plainUrl, 'PUT', directory, {}));
      const { uploadUrl, id } = await opened(hub, bytes);
      const tus = { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
      const headers = { ...tus, authorization: `Bearer ${hub.ada.token}` };
      const up = await timed(() => send(uploadUrl, 'PATCH', directory, headers));
      const plainDown = await timed(() => receive(plainUrl));
      const { media } = await hub.client.ask<{ media: { originalUrl: string } }>(
        'query ($id: ID!) { media(id: $id) { originalUrl } }',
        { id },
        hub.ada.token,
      );
      const down = await timed(() => receive(media.originalUrl));
      seconds.push({ up, plainUp, down, plainDown });
    }
  } finally {
    plain.kill();
  }
  const rate = (value: (one: (typeof seconds)[number]) => number) => bytes / 1024 ** 2 / median(seconds.map(value));
  return {
    upload: seconds.map(({ up, plainUp }) => plainUp / up),
    download: seconds.map(({ down, plainDown }) => plainDown / down),
    uploadMiBPerSecond: rate(({ up }) => up),
    downloadMiBPerSecond: rate(({ down }) => down),
  };
}

async function opened(hub: WebHub, byteSize: number): Promise<{ uploadUrl: string; id: string }> {
  const { createUpload } = await hub.client.ask<{ createUpload: { uploadUrl: string; media: { id: string } } }>(
    'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { uploadUrl media { id } } }',
    { input: { filename: NAME, mimeType: 'application/octet-stream', byteSize } },
    hub.ada.token,
  );
  return { uploadUrl: createUpload.uploadUrl, id: createUpload.media.id };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const fromMs = performance.now();
  await work();
  return (performance.now() - fromMs) / 1000;
}

async function send(url: string, method: string, directory: string, headers: Record<string, string>): Promise<void> {
  const length = { 'content-length': String(bytesOf(directory, NAME)) };
  const sending = request(url, { method, headers: { ...headers, ...length } });
  const answered = once(sending, 'response');
  await pipeline(createReadStream(`${directory}/${NAME}`), sending);
  const [answer] = await answered;
  if (answer.statusCode >= 300) throw new Error(`${method} ${url} answers ${answer.statusCode}.`);
  answer.resume();
  await once(answer, 'end');
}

async function receive(url: string): Promise<void> {
  const asking = request(url).end();
  const [answer] = await once(asking, 'response');
  if (answer.statusCode !== 200) throw new Error(`GET ${url} answers ${answer.statusCode}.`);
  answer.resume();
  await once(answer, 'end');
}
