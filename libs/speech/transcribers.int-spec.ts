import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  readAloud,
  requirePocketsphinx,
  type SpeechServer,
  samplesOf,
  startSpeechServer,
} from '../../test/support/servers/speech.js';
import { HttpTranscriber } from './http-transcriber.js';
import { NoTranscriber } from './no-transcriber.js';
import { PocketsphinxTranscriber } from './pocketsphinx-transcriber.js';
import { transcriberContract } from './transcriber.contract.js';
import { SPEECH_RATE_HZ } from './transcriber.port.js';

describe('transcribers', () => {
  let directory: string;
  let server: SpeechServer;
  let speech: { path: string; seconds: number; words: readonly string[] };

  beforeAll(async () => {
    await requirePocketsphinx();
    server = await startSpeechServer();
    directory = await mkdtemp(join(tmpdir(), 'meantime-speech-'));
    const [first, second] = await Promise.all(readAloud.map(({ file }) => samplesOf(file)));
    const samples = Buffer.concat([first!, Buffer.alloc(4 * SPEECH_RATE_HZ * 2), second!]);
    speech = {
      path: join(directory, 'speech.raw'),
      seconds: samples.length / 2 / SPEECH_RATE_HZ,
      words: readAloud.flatMap(({ words }) => words),
    };
    await writeFile(speech.path, samples);
  }, 660_000);
  afterAll(async () => {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  });
  afterEach(() => {
    server.answer = undefined;
  });

  const http = (options: object = {}) =>
    new HttpTranscriber({ url: server.url, key: 'a key', model: 'small', ...options });
  const ground = { directory: () => directory, speech: () => speech };
  transcriberContract('PocketSphinx', { ...ground, transcriber: () => new PocketsphinxTranscriber() });
  transcriberContract('an engine over HTTP', { ...ground, transcriber: http });

  it('times what PocketSphinx hears by the recording', async () => {
    const { segments } = await new PocketsphinxTranscriber().transcribe(speech.path);
    expect(segments.some(({ startSeconds }) => startSeconds > 10)).toBe(true);
    expect(segments.some(({ startSeconds, endSeconds }) => startSeconds > 7.3 && endSeconds < 10.8)).toBe(false);
  });

  it('says what is missing where PocketSphinx is not there', async () => {
    const missing = new PocketsphinxTranscriber('/nowhere/pocketsphinx_continuous').transcribe(speech.path);
    await expect(missing).rejects.toMatchObject({ reason: 'speech.unavailable' });
  });

  describe('over HTTP', () => {
    const segment = { start: 0, end: 1, text: ' Hello' };
    const answer = (body: unknown, status = 200, headers: Record<string, string> = {}) => {
      server.answer = () => ({ status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) });
    };
    const transcribe = (options: object = {}) =>
      http(options).transcribe(speech.path, { glossary: ['Meantime', 'Quorum'] });

    it('asks for segments, with the key, the model and the words of the organisation', async () => {
      answer({ language: 'de', segments: [segment] });
      expect(await transcribe()).toEqual({
        language: 'de',
        segments: [{ startSeconds: 0, endSeconds: 1, text: 'Hello' }],
      });
      expect(server.asked.at(-1)).toMatchObject({
        path: '/v1/audio/transcriptions',
        authorization: 'Bearer a key',
        fields: { model: 'small', response_format: 'verbose_json', prompt: 'Meantime, Quorum' },
      });
    });

    it('takes a text without segments for the whole piece', async () => {
      answer({ text: 'Hello' });
      expect((await transcribe()).segments).toEqual([{ startSeconds: 0, endSeconds: speech.seconds, text: 'Hello' }]);
    });

    it('never follows a redirect', async () => {
      const heard: string[] = [];
      const elsewhere = createServer((request, response) => {
        heard.push(request.url!);
        response.end('{"text":"stolen"}');
      });
      await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
      const location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
      for (const status of [301, 302, 307, 308]) {
        answer('', status, { location });
        await expect(transcribe()).rejects.toMatchObject({ reason: 'speech.refused' });
      }
      await new Promise((resolve) => elsewhere.close(resolve));
      expect(heard).toEqual([]);
    });

    it.each([
      ['no JSON', 'gateway', 200, 'speech.refused'],
      ['another JSON', [1], 200, 'speech.refused'],
      ['null', 'null', 200, 'speech.refused'],
      ['segments that are none', { segments: [{ start: '0', end: 1, text: 'x' }] }, 200, 'speech.refused'],
      ['an answer without an end', 'x'.repeat(5 * 1024 ** 2), 200, 'speech.refused'],
      ['a wrong key', { error: 'key' }, 401, 'speech.refused'],
      ['too much to do', {}, 429, 'speech.unavailable'],
      ['a failure', {}, 503, 'speech.unavailable'],
    ])('knows %s for what it is', async (_, body, status, reason) => {
      answer(body, status);
      await expect(transcribe()).rejects.toMatchObject({ reason });
    });

    it('does not wait for ever, and does not mind that nobody is there', async () => {
      server.answer = () => 'never';
      await expect(transcribe({ timeoutMs: 200 })).rejects.toMatchObject({ reason: 'speech.unavailable' });
      await expect(transcribe({ url: 'http://127.0.0.1:9/v1' })).rejects.toMatchObject({
        reason: 'speech.unavailable',
      });
    });
  });

  it('leaves nothing beside the recording', async () => {
    await expect(readFile(join(directory, 'piece.wav'))).rejects.toThrow('ENOENT');
  });

  it('is nobody where none is set up', async () => {
    const none = new NoTranscriber();
    expect(none.isConfigured).toBe(false);
    await expect(none.transcribe()).rejects.toMatchObject({ reason: 'speech.none' });
  });
});
