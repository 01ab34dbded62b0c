import { crc32 } from 'node:zlib';

/** The files of an uncompressed archive, by name, as its central directory finds them. @throws Error where a checksum is wrong */
export function readZip(archive: Buffer): Map<string, Buffer> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const count = archive.readUInt16LE(end + 10);
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    const byteSize = archive.readUInt32LE(at + 20);
    const nameLength = archive.readUInt16LE(at + 28);
    const extraLength = archive.readUInt16LE(at + 30);
    const local = archive.readUInt32LE(at + 42);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const content = archive.subarray(start, start + byteSize);
    if (crc32(content) !== archive.readUInt32LE(at + 16)) throw new Error(`The checksum of ${name} is wrong.`);
    files.set(name, content);
    at += 46 + nameLength + extraLength;
  }
  return files;
}
