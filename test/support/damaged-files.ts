/** Numbers from 0 to 1, the same for the same seed: what a fuzzed file found can be made again. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Damage = (bytes: Buffer, random: () => number) => Buffer;

const place = (length: number, random: () => number): number => Math.floor(random() * length);
/** Heads are where a file says what is in it: they get more than their share. */
const placeNearHead = (length: number, random: () => number): number => place(Math.min(length, 2_048), random);

function flipBits(bytes: Buffer, random: () => number, at: typeof place): Buffer {
  const flipped = Buffer.from(bytes);
  for (let count = 1 + place(40, random); count > 0; count--) {
    const index = at(flipped.length, random);
    flipped[index] = flipped[index]! ^ (1 << place(8, random));
  }
  return flipped;
}

/** Sizes, counts and times are written in four bytes or eight: this is what breaks arithmetic. */
function extremeNumbers(bytes: Buffer, random: () => number): Buffer {
  const extreme = Buffer.from(bytes);
  for (let count = 1 + place(6, random); count > 0; count--) {
    const index = placeNearHead(Math.max(1, extreme.length - 4), random);
    const values = [0, 1, 0x7fffffff, 0x80000000, 0xffffffff, 0xfffffffe, 0x00010000];
    extreme.writeUInt32BE(values[place(values.length, random)]!, index);
  }
  return extreme;
}

const damages: Record<string, Damage> = {
  'cut short': (bytes, random) => bytes.subarray(0, place(bytes.length, random)),
  'cut at the head': (bytes, random) => bytes.subarray(placeNearHead(bytes.length, random)),
  'flipped bits': (bytes, random) => flipBits(bytes, random, place),
  'flipped bits in its head': (bytes, random) => flipBits(bytes, random, placeNearHead),
  'extreme numbers in its head': extremeNumbers,
  'a hole of zeros': (bytes, random) => {
    const [from, length] = [place(bytes.length, random), 1 + place(4_096, random)];
    return Buffer.from(bytes).fill(0, from, Math.min(bytes.length, from + length));
  },
  'a part twice': (bytes, random) => {
    const [from, length] = [place(bytes.length, random), 1 + place(8_192, random)];
    return Buffer.concat([bytes.subarray(0, from + length), bytes.subarray(from)]);
  },
  'a part lost': (bytes, random) => {
    const [from, length] = [place(bytes.length, random), 1 + place(2_048, random)];
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length)]);
  },
  'noise at its end': (bytes, random) =>
    Buffer.concat([
      bytes.subarray(0, place(bytes.length, random)),
      Buffer.from(Array.from({ length: 4_096 }, () => place(256, random))),
    ]),
};

/** One damaged copy of a file, named by what was done. @param seed another one for each copy */
export function damaged(bytes: Buffer, seed: number): { how: string; bytes: Buffer } {
  const random = seededRandom(seed);
  const names = Object.keys(damages);
  const how = names[place(names.length, random)]!;
  return { how, bytes: damages[how]!(bytes, random) };
}
