import fc from 'fast-check';
import type { Progress } from './plan';
import { Gone, Lost, type Outbox, Refused, SignedOut, sendAll, type UploadServer } from './sender';

/** A recording that grows whenever the sender has nothing to do, as a device would keep it. */
class ModelOutbox implements Outbox {
  private state: Progress = { bytes: 0, heldFrom: 0, isEnded: false, offset: 0, isDeclared: false };
  private all = Buffer.alloc(0);

  constructor(private readonly parts: Uint8Array[]) {}

  progress = () => this.state;
  async bytes(from: number, to: number) {
    return new Blob([new Uint8Array(this.all.subarray(from, to))]);
  }
  async opened(_mediaId: string, uploadUrl: string) {
    this.state = { ...this.state, uploadUrl, offset: 0, isDeclared: false };
  }
  async acknowledged(offset: number, isDeclared: boolean) {
    this.state = { ...this.state, offset, isDeclared };
  }
  async reopened() {
    this.state = { ...this.state, uploadUrl: undefined, offset: 0, isDeclared: false };
  }
  async grown() {
    const next = this.parts.shift();
    if (next) this.all = Buffer.concat([this.all, next]);
    this.state = { ...this.state, bytes: this.all.length, isEnded: this.parts.length === 0 };
  }
}

type Mishap = 'none' | 'before' | 'half' | 'after' | 'signed-out' | 'gone';

/** A hub that keeps bytes as tus does, and fails as networks do: before, in the middle of, or after the work. */
class ModelServer implements UploadServer {
  readonly uploads = new Map<string, { bytes: Buffer; length?: number }>();

  constructor(private readonly mishaps: Mishap[]) {}

  async open() {
    return this.with(() => {
      const uploadUrl = `/uploads/${this.uploads.size}`;
      this.uploads.set(uploadUrl, { bytes: Buffer.alloc(0) });
      return { mediaId: uploadUrl, uploadUrl };
    });
  }
  async ask(uploadUrl: string) {
    return this.with(() => {
      const upload = this.at(uploadUrl);
      return { offset: upload.bytes.length, isDeclared: upload.length !== undefined };
    });
  }
  async send(uploadUrl: string, offset: number, blob: Blob, length?: number) {
    const bytes = Buffer.from(await blob.arrayBuffer());
    return this.with((mishap) => {
      const upload = this.at(uploadUrl);
      if (mishap === 'gone') {
        this.uploads.delete(uploadUrl);
        throw new Gone();
      }
      // tus refuses a part for another place; a client that sent one has lost count.
      if (offset !== upload.bytes.length) throw new Error(`sent ${offset} where ${upload.bytes.length} was next`);
      if (length !== undefined) upload.length = length;
      const kept = mishap === 'half' ? bytes.subarray(0, bytes.length >> 1) : bytes;
      upload.bytes = Buffer.concat([upload.bytes, kept]);
      return upload.bytes.length;
    });
  }

  private at(uploadUrl: string) {
    const upload = this.uploads.get(uploadUrl);
    if (!upload) throw new Gone();
    return upload;
  }
  private with<T>(work: (mishap: Mishap) => T): T {
    const mishap = this.mishaps.shift() ?? 'none';
    if (mishap === 'before') throw new Lost();
    if (mishap === 'signed-out') throw new SignedOut();
    const done = work(mishap);
    if (mishap === 'after' || mishap === 'half') throw new Lost();
    return done;
  }
}

const quiet = { pause: async () => undefined, tell: () => undefined };

describe('sending a recording', () => {
  it('sends every byte once and in order, whatever is lost on the way', async () => {
    const mishap = fc.constantFrom<Mishap>('none', 'before', 'half', 'after', 'signed-out');
    const parts = fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(parts, fc.array(mishap, { maxLength: 60 }), async (recorded, mishaps) => {
        const server = new ModelServer([...mishaps]);
        const whole = Buffer.concat(recorded);
        const outcome = await sendAll(new ModelOutbox([...recorded]), server, quiet);
        expect(outcome).toEqual({ end: 'done' });
        const arrived = [...server.uploads.values()].at(-1)!;
        expect(arrived.bytes.equals(whole)).toBe(true);
        expect(arrived.length).toBe(whole.length);
      }),
      { numRuns: 300 },
    );
  });

  it('begins anew where the hub lost all of it', async () => {
    const server = new ModelServer(['none', 'none', 'gone']);
    const recorded = [Buffer.from('one '), Buffer.from('two '), Buffer.from('three')];
    expect(await sendAll(new ModelOutbox(recorded), server, quiet)).toEqual({ end: 'done' });
    expect([...server.uploads.values()].map(({ bytes }) => bytes.toString())).toEqual(['one two three']);
  });

  it('waits for a sign-in, and says so', async () => {
    const told: string[] = [];
    const server = new ModelServer(['signed-out', 'signed-out']);
    const around = { ...quiet, tell: (state: string) => void told.push(state) };
    expect(await sendAll(new ModelOutbox([Buffer.from('bytes')]), server, around)).toEqual({ end: 'done' });
    expect(told.filter((state) => state === 'signed-out')).toHaveLength(2);
  });

  it('ends where the hub will not have it', async () => {
    const server = new ModelServer([]);
    server.send = async () => {
      throw new Refused('too large');
    };
    const outcome = await sendAll(new ModelOutbox([Buffer.from('bytes')]), server, quiet);
    expect(outcome).toEqual({ end: 'failed', problem: 'too large' });
  });

  it('keeps nothing of a recording of nothing', async () => {
    expect(await sendAll(new ModelOutbox([]), new ModelServer([]), quiet)).toEqual({ end: 'dropped' });
  });
});
