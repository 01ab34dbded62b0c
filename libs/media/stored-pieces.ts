/** A part of an upload as an object. */
export interface StoredPiece {
  key: string;
  /** Where in the upload its first byte stands. */
  start: number;
  byteSize: number;
}

/** Which bytes of an object stand next in the upload; both ends included. */
export interface WantedPiece {
  key: string;
  from: number;
  to: number;
}

/**
 * Which objects make up the first `byteSize` bytes. A writer that lost its connection may have left pieces that overlap
 * what its successor wrote: they hold the same bytes of the same file, so the one that reaches furthest is taken.
 * @throws where a byte is in none of them
 */
export function piecesOf(pieces: readonly StoredPiece[], byteSize: number): WantedPiece[] {
  const sorted = [...pieces].sort((one, other) => one.start - other.start);
  const wanted: WantedPiece[] = [];
  let next = 0;
  for (let position = 0; position < byteSize; ) {
    let best: StoredPiece | undefined;
    for (let piece = sorted[next]; piece && piece.start <= position; piece = sorted[++next]) {
      if (!best || endOf(piece) > endOf(best)) best = piece;
    }
    if (!best || endOf(best) <= position) throw new Error(`Byte ${position} of an upload is not in the store.`);
    const end = Math.min(endOf(best), byteSize);
    wanted.push({ key: best.key, from: position - best.start, to: end - best.start - 1 });
    position = end;
  }
  return wanted;
}

const endOf = ({ start, byteSize }: StoredPiece): number => start + byteSize;
