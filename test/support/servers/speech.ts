import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { requireCommands } from './debian-packages.js';

const run = promisify(execFile);
const SPEECH = '/usr/share/pocketsphinx/test/data/librivox';

/** PocketSphinx, its English model, and recordings of a person who reads aloud. */
export const requirePocketsphinx = (): Promise<void> =>
  requireCommands(['pocketsphinx_continuous'], ['pocketsphinx', 'pocketsphinx-en-us', 'pocketsphinx-testdata']);

/** A sentence that somebody reads aloud (public domain, from LibriVox), as WAV; 7 and 3 seconds. */
export const readAloud = [
  {
    file: `${SPEECH}/sense_and_sensibility_01_austen_64kb-0870.wav`,
    words: ['john', 'then', 'leisure', 'consider', 'how', 'much', 'there', 'might', 'power'],
  },
  {
    file: `${SPEECH}/sense_and_sensibility_01_austen_64kb-0880.wav`,
    words: ['he', 'was', 'not', 'an', 'young', 'man'],
  },
] as const;

export interface SpeechRequest {
  path: string;
  authorization: string | undefined;
  fields: Record<string, string>;
}

export interface SpeechServer {
  /** The base of its API. */
  url: string;
  readonly asked: SpeechRequest[];
  /** Answers instead of hearing, until it is undefined again. */
  answer:
    | ((request: SpeechRequest) => { status: number; headers?: Record<string, string>; body: string } | 'never')
    | undefined;
  stop(): Promise<void>;
}

/** A server of OpenAI's transcription API that hears with PocketSphinx. */
export async function startSpeechServer(): Promise<SpeechServer> {
  await requirePocketsphinx();
  const directory = await mkdtemp(join(tmpdir(), 'meantime-speech-server-'));
  const asked: SpeechRequest[] = [];
  const server = createServer((request, response) => {
    handle(request).then(
      (answer) => {
        if (answer === 'never') return;
        response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers }).end(answer.body);
      },
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  let count = 0;
  async function handle(request: IncomingMessage) {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const type = request.headers['content-type'] ?? '';
    const form = await new Response(Buffer.concat(chunks), { headers: { 'content-type': type } }).formData();
    const fields: Record<string, string> = {};
    let sound: Buffer | undefined;
    for (const [name, value] of form.entries()) {
      if (typeof value === 'string') fields[name] = value;
      else sound = Buffer.from(await value.arrayBuffer());
    }
    const said = { path: request.url!, authorization: request.headers.authorization, fields };
    asked.push(said);
    if (speech.answer) return speech.answer(said);
    const file = join(directory, `${count++}.wav`);
    await writeFile(file, sound!);
    const { stdout } = await run('pocketsphinx_continuous', ['-infile', file, '-time', 'yes', '-logfn', '/dev/null']);
    const segments = stdout
      .split(/^(?=<s> )/m)
      .slice(1)
      .map((utterance) => {
        const lines = utterance.split('\n').map((line) => line.split(' '));
        const end = lines.find(([word]) => word === '</s>') ?? lines[0]!;
        const words = lines.filter(([word, start]) => /^[a-z]/.test(word!) && /^\d/.test(start ?? ''));
        const text = words.map(([word]) => ` ${word!.replace(/\(\d\)/, '')}`).join('');
        return { start: Number(lines[0]![1]), end: Number(end[2]), text };
      });
    const text = segments.map((segment) => segment.text).join('');
    return { status: 200, headers: {}, body: JSON.stringify({ language: 'english', text, segments }) };
  }
  const speech: SpeechServer = {
    url: '',
    asked,
    answer: undefined,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(directory, { recursive: true, force: true });
    },
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  speech.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  return speech;
}

/** The samples of one of {@link readAloud}, without the head of their WAV. */
export const samplesOf = async (file: string): Promise<Buffer> => (await readFile(file)).subarray(44);
