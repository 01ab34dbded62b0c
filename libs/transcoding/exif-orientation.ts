import { open } from 'node:fs/promises';

/** How a picture is to be turned, as cameras write it: 1 is upright. @see Exif 2.32, tag 0x0112 */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** Exif stands before the picture, in a segment of 64 KB at most, behind few others. */
const HEAD_BYTES = 256 * 1024;
const ORIENTATION = 0x0112;

/** Of a JPEG file; 1 where it does not say, or says nonsense. */
export async function jpegOrientation(path: string): Promise<Orientation> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return orientationIn(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

/** Walks the segments before the picture. @see ISO/IEC 10918-1, annex B */
export function orientationIn(jpeg: Buffer): Orientation {
  let at = 2;
  while (at + 4 <= jpeg.length && jpeg[at] === 0xff && jpeg[at + 1] !== 0xda) {
    const body = jpeg.subarray(at + 4, at + 2 + jpeg.readUInt16BE(at + 2));
    if (jpeg[at + 1] === 0xe1 && body.toString('latin1', 0, 6) === 'Exif\0\0') return inTiff(body.subarray(6));
    at += 2 + Math.max(2, jpeg.readUInt16BE(at + 2));
  }
  return 1;
}

function inTiff(tiff: Buffer): Orientation {
  if (tiff.length < 8) return 1;
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const word = (at: number): number =>
    at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < Math.min(200, word(directory)); entry++) {
    const at = directory + 2 + entry * 12;
    if (word(at) === ORIENTATION) {
      const value = word(at + 8);
      return value >= 1 && value <= 8 ? (value as Orientation) : 1;
    }
  }
  return 1;
}
