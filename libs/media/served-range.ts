/** What a Range header asks of a file: a part, all of it, or what the file does not have. */
export type RangeWish = { start: number; end: number } | 'all' | 'unsatisfiable';

const oneRange = /^bytes=(\d*)-(\d*)$/;

/**
 * Reads one range; several at once, other units and malformed ones mean the whole file, as a server may ignore Range.
 * @see RFC 9110, section 14.2
 */
export function readRange(header: string | undefined, byteSize: number): RangeWish {
  const match = header === undefined ? null : oneRange.exec(header.trim());
  if (!match) return 'all';
  const [, first, last] = match as unknown as [string, string, string];
  if (first === '') {
    const length = Number(last);
    if (last === '') return 'all';
    if (length === 0 || byteSize === 0) return 'unsatisfiable';
    return { start: Math.max(0, byteSize - length), end: byteSize - 1 };
  }
  const start = Number(first);
  if (last !== '' && Number(last) < start) return 'all';
  if (start >= byteSize) return 'unsatisfiable';
  return { start, end: last === '' ? byteSize - 1 : Math.min(Number(last), byteSize - 1) };
}

/** `attachment; filename*=UTF-8''…`, with a plain name for old clients. @see RFC 6266, RFC 8187 */
export function disposition(isInline: boolean, filename: string): string {
  const plain = filename.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(filename).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${isInline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
