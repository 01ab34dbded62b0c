import { crc32 } from 'node:zlib';

/** One file of an archive: its bytes are read when its turn comes. */
export interface ZipEntry {
  /** With / between folders. */
  name: string;
  content: AsyncIterable<Buffer> | Iterable<Buffer>;
  /** Where it is known to have 4 GiB or more, so that its header can say so. */
  isLarge?: boolean;
}

const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
/** Sizes follow the bytes; names are UTF-8. */
const FLAGS = 0x0808;
const VERSION = 20;
const VERSION64 = 45;
const MAX32 = 0xffffffff;
const MAX16 = 0xffff;
/** 1980-01-01: the files say themselves when they are from. */
const DOS_DATE = 0x21;

interface Written {
  name: Buffer;
  crc: number;
  byteSize: number;
  offset: number;
}

/**
 * A zip archive as a stream: nothing is compressed (recordings are already), nothing is kept but the list of names.
 * @see APPNOTE.TXT 6.3.10, sections 4.3 and 4.5.3 (Zip64)
 */
export async function* zip(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Buffer, void> {
  const written: Written[] = [];
  let offset = 0;
  for await (const { name, content, isLarge = false } of entries) {
    const entry: Written = { name: Buffer.from(name), crc: 0, byteSize: 0, offset };
    const head = localHeader(entry.name, isLarge);
    yield head;
    for await (const bytes of content) {
      entry.crc = crc32(bytes, entry.crc);
      entry.byteSize += bytes.length;
      yield bytes;
    }
    if (entry.byteSize >= MAX32 && !isLarge) throw new Error(`${name} is larger than its header says.`);
    const tail = descriptor(entry, isLarge);
    yield tail;
    offset += head.length + entry.byteSize + tail.length;
    written.push(entry);
  }
  const directoryAt = offset;
  for (const entry of written) {
    const line = centralHeader(entry);
    offset += line.length;
    yield line;
  }
  yield endOf(written.length, directoryAt, offset - directoryAt);
}

function localHeader(name: Buffer, isLarge: boolean): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(LOCAL, 0);
  head.writeUInt16LE(isLarge ? VERSION64 : VERSION, 4);
  head.writeUInt16LE(FLAGS, 6);
  head.writeUInt16LE(DOS_DATE, 12);
  if (isLarge) {
    head.writeUInt32LE(MAX32, 18);
    head.writeUInt32LE(MAX32, 22);
  }
  head.writeUInt16LE(name.length, 26);
  const extra = isLarge ? zip64Extra([0, 0]) : Buffer.alloc(0);
  head.writeUInt16LE(extra.length, 28);
  return Buffer.concat([head, name, extra]);
}

function descriptor({ crc, byteSize }: Written, isLarge: boolean): Buffer {
  const tail = Buffer.alloc(isLarge ? 24 : 16);
  tail.writeUInt32LE(DESCRIPTOR, 0);
  tail.writeUInt32LE(crc, 4);
  if (isLarge) {
    tail.writeBigUInt64LE(BigInt(byteSize), 8);
    tail.writeBigUInt64LE(BigInt(byteSize), 16);
  } else {
    tail.writeUInt32LE(byteSize, 8);
    tail.writeUInt32LE(byteSize, 12);
  }
  return tail;
}

function centralHeader({ name, crc, byteSize, offset }: Written): Buffer {
  const isWide = byteSize >= MAX32 || offset >= MAX32;
  const extra = isWide ? zip64Extra([byteSize, byteSize, offset]) : Buffer.alloc(0);
  const line = Buffer.alloc(46);
  line.writeUInt32LE(CENTRAL, 0);
  line.writeUInt16LE(VERSION64, 4);
  line.writeUInt16LE(isWide ? VERSION64 : VERSION, 6);
  line.writeUInt16LE(FLAGS, 8);
  line.writeUInt16LE(DOS_DATE, 14);
  line.writeUInt32LE(crc, 16);
  line.writeUInt32LE(isWide ? MAX32 : byteSize, 20);
  line.writeUInt32LE(isWide ? MAX32 : byteSize, 24);
  line.writeUInt16LE(name.length, 28);
  line.writeUInt16LE(extra.length, 30);
  line.writeUInt32LE(isWide ? MAX32 : offset, 42);
  return Buffer.concat([line, name, extra]);
}

function zip64Extra(values: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * values.length);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8 * values.length, 2);
  for (const [index, value] of values.entries()) extra.writeBigUInt64LE(BigInt(value), 4 + 8 * index);
  return extra;
}

function endOf(count: number, at: number, byteSize: number): Buffer {
  const isWide = count >= MAX16 || at >= MAX32 || byteSize >= MAX32;
  const parts: Buffer[] = [];
  if (isWide) {
    const wide = Buffer.alloc(56);
    wide.writeUInt32LE(END64, 0);
    wide.writeBigUInt64LE(44n, 4);
    wide.writeUInt16LE(VERSION64, 12);
    wide.writeUInt16LE(VERSION64, 14);
    wide.writeBigUInt64LE(BigInt(count), 24);
    wide.writeBigUInt64LE(BigInt(count), 32);
    wide.writeBigUInt64LE(BigInt(byteSize), 40);
    wide.writeBigUInt64LE(BigInt(at), 48);
    const locator = Buffer.alloc(20);
    locator.writeUInt32LE(LOCATOR64, 0);
    locator.writeBigUInt64LE(BigInt(at + byteSize), 8);
    locator.writeUInt32LE(1, 16);
    parts.push(wide, locator);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(isWide ? MAX16 : count, 8);
  end.writeUInt16LE(isWide ? MAX16 : count, 10);
  end.writeUInt32LE(isWide ? MAX32 : byteSize, 12);
  end.writeUInt32LE(isWide ? MAX32 : at, 16);
  return Buffer.concat([...parts, end]);
}
