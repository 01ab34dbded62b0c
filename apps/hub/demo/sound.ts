/** Samples of 16 bits, one channel, as espeak-ng speaks. */
export type Sound = Buffer;

const SAMPLE_RATE = 22_050;
const SAMPLE_BYTES = 2;
const HEADER_BYTES = 44;
const TONE_HZ = 220;
/** Of the loudest there is. */
const TONE_LEVEL = 0.04;

export const secondsOf = (sound: Sound): number => sound.length / SAMPLE_BYTES / SAMPLE_RATE;

export const silence = (seconds: number): Sound => Buffer.alloc(Math.round(seconds * SAMPLE_RATE) * SAMPLE_BYTES);

/** What stands for a voice where nothing can speak; it swells and fades as a sentence does. */
export function tone(seconds: number): Sound {
  const sound = silence(seconds);
  const count = sound.length / SAMPLE_BYTES;
  for (let index = 0; index < count; index++) {
    const swell = Math.sin((Math.PI * index) / count);
    const value = Math.sin((2 * Math.PI * TONE_HZ * index) / SAMPLE_RATE) * swell * TONE_LEVEL;
    sound.writeInt16LE(Math.round(value * 32_767), index * SAMPLE_BYTES);
  }
  return sound;
}

/** The samples of a file that espeak-ng wrote. */
export function pcmOf(wave: Buffer): Sound {
  const data = wave.indexOf('data', 12, 'latin1');
  return wave.subarray(data + 8, wave.length - ((wave.length - data) % SAMPLE_BYTES));
}

export function waveOf(sound: Sound): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(HEADER_BYTES - 8 + sound.length, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(SAMPLE_RATE, 24);
  header.writeUInt32LE(SAMPLE_RATE * SAMPLE_BYTES, 28);
  header.writeUInt16LE(SAMPLE_BYTES, 32);
  header.writeUInt16LE(SAMPLE_BYTES * 8, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(sound.length, 40);
  return Buffer.concat([header, sound]);
}
