import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Id } from '#kernel';
import { HttpTranscriber, PocketsphinxTranscriber } from '#speech';
import { findMediaTools } from '#transcoding';
import { testDatabase } from '../../../test/support/database.js';
import { type MediaApp, mediaApp, type SignedIn } from '../../../test/support/media-app.js';
import { readAloud, type SpeechServer, startSpeechServer } from '../../../test/support/servers/speech.js';
import { GlossaryService } from '../glossary/glossary.service.js';
import { transcribeMedia } from '../media.jobs.js';
import { MediaService } from '../media.service.js';
import { MediaSweeper } from '../media.sweeper.js';
import { UploadService } from '../upload.service.js';
import { TranscriptRepository } from './transcript.repository.js';
import { TranscriptService } from './transcript.service.js';

const database = testDatabase({ entities: [] });

describe('writing down what is said', () => {
  let server: SpeechServer;
  let hub: MediaApp;
  let mira: SignedIn;
  let voice: Buffer;

  beforeAll(async () => {
    server = await startSpeechServer();
    const transcriber = new HttpTranscriber({ url: server.url, key: '', model: 'small' });
    hub = await mediaApp(database, { transcriber });
    mira = await hub.member('mira', 'OWNER');
    const { ffmpegPath } = await findMediaTools();
    const opus = ['-v', 'error', '-i', readAloud[1].file, '-c:a', 'libopus', '-f', 'webm', 'pipe:1'];
    voice = (await promisify(execFile)(ffmpegPath, opus, { encoding: 'buffer' })).stdout;
  }, 660_000);
  afterAll(async () => {
    await hub.close();
    await server.stop();
  });
  afterEach(() => {
    server.answer = undefined;
    hub.queue.lose();
  });

  const service = () => hub.app.get(MediaService, { strict: false });
  const find = (key: Id) => service().find(mira.actor, key);
  const rowOf = async (key: Id) => (await hub.app.get(TranscriptRepository, { strict: false }).of([key]))[0];

  async function upload(on = hub): Promise<Id> {
    const wish = { filename: 'talk.webm', mimeType: 'audio/webm', byteSize: voice.length };
    const { media, uploadUrl } = await on.app.get(UploadService, { strict: false }).create(mira.actor, wish);
    const answer = await fetch(uploadUrl.replace('http://hub.test', on.url), {
      method: 'PATCH',
      body: new Uint8Array(voice),
      headers: {
        ...mira.headers,
        'tus-resumable': '1.0.0',
        'content-type': 'application/offset+octet-stream',
        'upload-offset': '0',
      },
    });
    expect(answer.status).toBe(204);
    return media.key;
  }

  it('follows the renditions, by a real engine, and leaves nothing behind', async () => {
    await hub.app
      .get(GlossaryService, { strict: false })
      .replace(mira.actor, ['Dashwood', ' Norland ', 'Dashwood'], '::1');
    const key = await upload();
    expect(await find(key)).toMatchObject({ transcriptStatus: null });
    await hub.work();
    expect(await find(key)).toMatchObject({ status: 'READY', transcriptStatus: 'PENDING', transcriptProgress: 0 });
    await hub.work();
    expect(await find(key)).toMatchObject({ status: 'READY', transcriptStatus: 'READY', transcriptFailure: null });
    const row = (await rowOf(key))!;
    expect(row.language).toBe('en');
    expect(row.segments.map(({ text }) => text).join(' ')).toMatch(/he was not .*young man/);
    expect(row.segments.at(-1)!.endSeconds).toBeLessThanOrEqual(3.1);
    expect(server.asked.at(-1)!.fields.prompt).toBe('Dashwood, Norland');
    expect(await readdir(join(hub.directory, 'uploads'))).toEqual([]);
  });

  it('is done once, however often its job runs', async () => {
    const key = await upload();
    await hub.work();
    await hub.work();
    const before = await rowOf(key);
    const asked = server.asked.length;
    await hub.queue.enqueue(transcribeMedia, { mediaId: key });
    expect(await hub.work()).toBe(1);
    expect(await rowOf(key)).toEqual(before);
    expect(server.asked.length).toBe(asked);
  });

  it('fails in words while the recording plays, and is tried again when its owner asks', async () => {
    const key = await upload();
    await hub.work();
    server.answer = () => ({ status: 503, body: '' });
    await hub.work();
    expect(await find(key)).toMatchObject({
      status: 'READY',
      failure: null,
      transcriptStatus: 'FAILED',
      transcriptFailure: 'The speech engine does not answer. Try again later, or tell an administrator.',
    });
    server.answer = () => ({ status: 400, body: '{}' });
    expect(await service().retry(mira.actor, key)).toMatchObject({ status: 'READY', transcriptStatus: 'PENDING' });
    await hub.work();
    expect(await find(key)).toMatchObject({
      transcriptStatus: 'FAILED',
      transcriptFailure: expect.stringMatching(/by hand/),
    });
    server.answer = undefined;
    await service().retry(mira.actor, key);
    await hub.work();
    expect(await find(key)).toMatchObject({ transcriptStatus: 'READY' });
    await expect(service().retry(mira.actor, key)).rejects.toMatchObject({ reason: 'media.not_failed' });
  });

  it('does not write over what a person has written meanwhile', async () => {
    const key = await upload();
    await hub.work();
    const edit = hub.app.get(TranscriptService, { strict: false });
    await edit.edit(mira.actor, key, [{ startSeconds: 0, endSeconds: 1, text: 'By hand' }]);
    await hub.work();
    expect(await rowOf(key)).toMatchObject({ edited: true, segments: [{ text: 'By hand' }] });
  });

  it('is asked for again where its job got lost', async () => {
    const key = await upload();
    await hub.work();
    hub.queue.lose();
    const sweeper = hub.app.get(MediaSweeper, { strict: false });
    expect(await sweeper.sweep()).toMatchObject({ transcriptsAskedAgain: 0 });
    hub.clock.advanceMs(120_000);
    await hub.app.get(MediaSweeper, { strict: false }).sweep();
    await hub.work();
    expect(await find(key)).toMatchObject({ transcriptStatus: 'READY' });
  });

  it('does not happen where no engine is set up, and nothing fails', async () => {
    const quiet = await mediaApp(database);
    const key = await upload(quiet);
    await quiet.work();
    expect(await quiet.work()).toBe(0);
    expect(await quiet.app.get(MediaService, { strict: false }).find(mira.actor, key)).toMatchObject({
      status: 'READY',
      transcriptStatus: null,
      transcriptFailure: null,
      captionsUrl: null,
    });
    await quiet.close();
  });

  it('works with PocketSphinx on this machine alone', async () => {
    const local = await mediaApp(database, { transcriber: new PocketsphinxTranscriber() });
    const key = await upload(local);
    await local.work();
    await local.work();
    expect((await rowOf(key))!.segments.map(({ text }) => text).join(' ')).toMatch(/he was not .*young man/);
    await local.close();
  });

  it('has a glossary that administrators keep', async () => {
    const glossary = hub.app.get(GlossaryService, { strict: false });
    const otto = await hub.member('otto');
    await expect(glossary.replace(otto.actor, ['x'], '::1')).rejects.toMatchObject({
      reason: 'member.administrators_only',
    });
    await expect(glossary.replace(mira.actor, ['ok', 'two\nlines'], '::1')).rejects.toMatchObject({ field: 'words.1' });
    const many = Array.from({ length: 201 }, (_, index) => `w${index}`);
    await expect(glossary.replace(mira.actor, many, '::1')).rejects.toMatchObject({
      reason: 'glossary.too_many_words',
    });
    await glossary.replace(mira.actor, ['b', 'a'], '::1');
    await glossary.replace(mira.actor, ['c', 'a', 'b'], '::1');
    expect(await glossary.words()).toEqual(['c', 'a', 'b']);
  });
});
