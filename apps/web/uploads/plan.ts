/** How far one recording's upload is: what this device holds, and what the hub is known to have. */
export interface Progress {
  uploadUrl?: string;
  /** Bytes that this device holds or held. */
  bytes: number;
  /** The first byte that it still holds; more than 0 once parts that arrived were given up for space. */
  heldFrom: number;
  /** Nothing more will be recorded. */
  isEnded: boolean;
  /** Bytes that the hub has acknowledged. */
  offset: number;
  /** The hub has been told how long it is. */
  isDeclared: boolean;
}

export type Step =
  | { do: 'open' }
  /** Ask the hub how far it is. */
  | { do: 'ask' }
  /** Bytes [from, to); with `length`, they are the last ones. */
  | { do: 'send'; from: number; to: number; length?: number }
  /** All that is there is sent, more will come. */
  | { do: 'wait' }
  | { do: 'done' }
  /** Nothing was recorded: nothing to keep. */
  | { do: 'drop' }
  /** The hub lost bytes that this device no longer holds. */
  | { do: 'give up' };

/** One request carries at most this much: a slow line then still acknowledges something every few seconds. */
export const MOST_BYTES = 4 * 1024 * 1024;

/**
 * What to do next for an upload. Bytes go in order, from the hub's own offset on; the length is said with the last of
 * them, or alone when the end came after they were sent.
 * @param isSure the offset comes from an answer of the hub since the last failure
 */
export function nextStep(now: Progress, isSure: boolean): Step {
  if (now.isEnded && now.bytes === 0) return { do: 'drop' };
  if (!now.uploadUrl) return now.bytes === 0 && !now.isEnded ? { do: 'wait' } : { do: 'open' };
  if (now.isDeclared && now.offset >= now.bytes) return { do: 'done' };
  if (!isSure) return { do: 'ask' };
  if (now.offset < now.heldFrom) return { do: 'give up' };
  const to = Math.min(now.bytes, now.offset + MOST_BYTES);
  const isLast = now.isEnded && to === now.bytes;
  if (to === now.offset && !isLast) return { do: 'wait' };
  return { do: 'send', from: now.offset, to, ...(isLast && { length: now.bytes }) };
}

/** A part of a recording, as the device holds it. */
export interface HeldPart {
  start: number;
  size: number;
  /** Of the recording, at the end of this part. */
  seconds: number;
}

/** Which parts hold the bytes [from, to), and which bytes of each. */
export function slices(
  parts: readonly HeldPart[],
  from: number,
  to: number,
): { index: number; from: number; to: number }[] {
  const found: { index: number; from: number; to: number }[] = [];
  for (const [index, part] of parts.entries()) {
    const end = part.start + part.size;
    if (end <= from || part.start >= to) continue;
    found.push({ index, from: Math.max(0, from - part.start), to: Math.min(part.size, to - part.start) });
  }
  return found;
}

/** How much of a recording is within its first `bytes` bytes: the end of the last whole part, in seconds. */
export function secondsWithin(parts: readonly HeldPart[], bytes: number): number {
  return parts.findLast((part) => part.start + part.size <= bytes)?.seconds ?? 0;
}
