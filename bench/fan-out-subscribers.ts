import { WebSocket } from 'ws';
import { threadActivity } from './operations.js';
import { tokenOf } from './viewer-sessions.js';

/** What the benchmark asks of this process, and what it answers. */
export type ToSubscribers =
  | { do: 'subscribe'; port: number; threadId: string; viewerIds: string[] }
  | { do: 'forget' }
  | { do: 'count' }
  | { do: 'report' };
export interface Received {
  received: number;
  /** From `publishedAt` to the receipt, which includes the write of the post itself. */
  p50Ms: number;
  p99Ms: number;
}

/**
 * The readers, in a process of their own: what they cost is not measured. Messages are not parsed: only the instant
 * is cut out of them, once for each post.
 */
const MOST_DELAYS = 8_000_000;
const MARK = '"publishedAt":"';
const delaysMs = new Float32Array(MOST_DELAYS);
let received = 0;
let lastInstant = '';
let lastInstantMs = 0;

function take(text: string): void {
  const nowMs = performance.timeOrigin + performance.now();
  const at = text.indexOf(MARK);
  if (!text.includes('"type":"next"') || at < 0) return;
  const instant = text.substring(at + MARK.length, at + MARK.length + 24);
  if (instant !== lastInstant) {
    lastInstant = instant;
    lastInstantMs = Date.parse(instant);
  }
  delaysMs[received++ % MOST_DELAYS] = nowMs - lastInstantMs;
}

function subscribe(port: number, threadId: string, viewerId: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', {
      perMessageDeflate: false,
    });
    socket.once('error', reject);
    socket.once('close', (code, reason) => {
      process.stderr.write(`A subscriber was sent away: ${code} ${reason}\n`);
      process.exit(1);
    });
    socket.once('open', () => {
      socket.send(
        JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${tokenOf(viewerId)}` } }),
      );
    });
    socket.once('message', () => {
      const payload = { query: threadActivity, variables: { id: threadId } };
      socket.on('message', (data: Buffer) => take(data.toString('latin1')));
      socket.send(JSON.stringify({ id: viewerId, type: 'subscribe', payload }), () => resolve());
    });
  });
}

function report(): Received {
  const sorted = delaysMs.slice(0, Math.min(received, MOST_DELAYS)).sort();
  const quantile = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  return { received, p50Ms: quantile(0.5), p99Ms: quantile(0.99) };
}

process.on('message', async (message: ToSubscribers) => {
  if (message.do === 'subscribe') {
    const { port, threadId, viewerIds } = message;
    // Some at a time: a thousand handshakes at once overflow the queue of a listening socket.
    for (let at = 0; at < viewerIds.length; at += 50) {
      await Promise.all(viewerIds.slice(at, at + 50).map((viewerId) => subscribe(port, threadId, viewerId)));
    }
  } else if (message.do === 'forget') received = 0;
  // Sorting millions of delays while messages come in would make delays.
  process.send!(message.do === 'report' ? report() : { received, p50Ms: Number.NaN, p99Ms: Number.NaN });
});
process.once('disconnect', () => process.exit(0));
