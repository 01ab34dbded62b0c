const ADJECTIVES = ['quiet', 'late', 'second', 'shared', 'open', 'narrow', 'written', 'weekly', 'early', 'steady'];
const NOUNS = [
  'draft',
  'release',
  'invoice',
  'hand-over',
  'review',
  'sketch',
  'budget',
  'outage',
  'survey',
  'contract',
];
const VERBS = ['moves', 'waits', 'needs', 'follows', 'replaces', 'explains', 'holds', 'answers', 'closes', 'repeats'];

/** Numbers that are the same for the same seed, so that two machines measure the same data. (mulberry32) */
export class SeededRandom {
  constructor(private state: number) {}

  /** From 0 up to, and without, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** From `min` to `max`, both included. */
  integer(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.next() * from.length)]!;
  }

  /** Up to `count` different ones. */
  sample<T>(from: readonly T[], count: number): T[] {
    const left = [...from];
    const taken: T[] = [];
    while (taken.length < count && left.length > 0) {
      const at = Math.floor(this.next() * left.length);
      taken.push(left[at]!);
      left[at] = left.at(-1)!;
      left.pop();
    }
    return taken;
  }

  /** Around 1 with a long tail: most are small, few are large. */
  skewed(): number {
    return -Math.log(1 - this.next()) * (0.4 + this.next() * 1.2);
  }

  /** Made-up prose of so many words. */
  words(count: number): string {
    const parts: string[] = [];
    for (let at = 0; at < count; at++) {
      const kind = at % 4;
      parts.push(kind === 0 ? 'the' : this.pick(kind === 1 ? ADJECTIVES : kind === 2 ? NOUNS : VERBS));
    }
    return parts.join(' ');
  }

  /** A UUIDv7 of that millisecond. */
  id(atMs: number): string {
    const time = atMs.toString(16).padStart(12, '0');
    const tail = `${this.hex()}${this.hex()}${this.hex()}`;
    return `${time.slice(0, 8)}-${time.slice(8)}-7${tail.slice(0, 3)}-8${tail.slice(3, 6)}-${tail.slice(6, 18)}`;
  }

  private hex(): string {
    return Math.floor(this.next() * 0xffffffff)
      .toString(16)
      .padStart(8, '0');
  }
}
