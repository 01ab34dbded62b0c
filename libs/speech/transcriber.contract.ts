import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Heard, SPEECH_RATE_HZ, type Transcriber } from './transcriber.port.js';

export interface ContractGround {
  transcriber: () => Transcriber;
  directory: () => string;
  /** Raw samples of English speech. */
  speech: () => { path: string; seconds: number; words: readonly string[] };
}

/** What every configured adapter of {@link Transcriber} promises. */
export function transcriberContract(name: string, { transcriber, directory, speech }: ContractGround): void {
  describe(`${name} keeps the contract of Transcriber`, () => {
    const hear = (path: string) => transcriber().transcribe(path);

    it('writes down what is said, in order, within the recording', async () => {
      const { path, seconds, words } = speech();
      const done: number[] = [];
      const heard: Heard = await transcriber().transcribe(path, {
        glossary: ['Dashwood'],
        onProgress: (share) => done.push(share),
      });
      const text = heard.segments
        .map((segment) => segment.text)
        .join(' ')
        .toLowerCase();
      expect(words.filter((word) => text.includes(word)).length).toBeGreaterThan(words.length / 2);
      expect(heard.language).toMatch(/^en\b/);
      let before = 0;
      for (const { startSeconds, endSeconds, text: said } of heard.segments) {
        expect(startSeconds).toBeGreaterThanOrEqual(before);
        expect(endSeconds).toBeGreaterThanOrEqual(startSeconds);
        expect(endSeconds).toBeLessThanOrEqual(seconds + 0.001);
        expect(said.trim()).toBe(said);
        expect(said).not.toBe('');
        before = startSeconds;
      }
      expect(done.at(-1)).toBe(1);
      expect(done).toEqual([...done].sort((one, other) => one - other));
    }, 60_000);

    it('hears nothing in silence, and nothing in nothing', async () => {
      for (const [file, bytes] of [
        ['silence.raw', Buffer.alloc(SPEECH_RATE_HZ * 2 * 3)],
        ['nothing.raw', Buffer.alloc(0)],
      ] as const) {
        const path = join(directory(), file);
        await writeFile(path, bytes);
        expect((await hear(path)).segments).toEqual([]);
      }
    });

    it('stops where it is told to, with that reason', async () => {
      const controller = new AbortController();
      const reason = new Error('The worker stops.');
      const running = transcriber().transcribe(speech().path, { signal: controller.signal });
      setTimeout(() => controller.abort(reason), 50);
      await expect(running).rejects.toBe(reason);
    });

    it('does not take a missing file for silence', async () => {
      await expect(hear(join(directory(), 'missing.raw'))).rejects.toThrow();
    });

    it('is configured', () => expect(transcriber().isConfigured).toBe(true));
  });
}
