import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import type { Actor } from '#kernel';

/** One socket with who is behind it. */
export interface LiveConnection {
  socket: WebSocket;
  request: IncomingMessage;
  /** What came with connection_init. */
  params?: Record<string, unknown>;
  /** Undefined until connection_init has shown who it is. */
  actor: Actor | undefined;
  /** Open subscriptions. */
  subscriptions: number;
}

/** Bytes that may wait for a slow reader before its connection is ended: it comes back and catches up. */
const MAX_WAITING_BYTES = 4 * 1024 * 1024;

/** Sends one `next` message. @returns false where the reader is too slow */
export function sendNext({ socket }: LiveConnection, id: string, payload: string): boolean {
  if (socket.readyState !== socket.OPEN) return true;
  if (socket.bufferedAmount > MAX_WAITING_BYTES) return false;
  socket.send(`{"id":${JSON.stringify(id)},"type":"next","payload":${payload}}`);
  return true;
}
