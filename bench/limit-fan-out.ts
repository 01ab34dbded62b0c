import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';

/** graphql-transport-ws, as far as one subscription needs it: takes every connection and subscription at its word. */
export class LimitFanOut {
  private readonly subscribers = new Map<string, Map<WebSocket, string>>();

  attach(server: Server): void {
    const sockets = new WebSocketServer({ server, path: '/graphql', handleProtocols: () => 'graphql-transport-ws' });
    sockets.on('connection', (socket) => {
      socket.on('message', (data) => this.take(socket, JSON.parse(String(data))));
      socket.once('close', () => {
        for (const group of this.subscribers.values()) group.delete(socket);
      });
    });
  }

  /** The same bytes to every subscriber of the thread: those that a hub would send for this post. */
  tell(
    threadId: string,
    posted: { id: string; body: string; publishedAt: string; author: object; thread: object },
  ): void {
    const { id, body, publishedAt, author, thread } = posted;
    const data = { threadActivity: { post: { id, body, publishedAt, author }, thread } };
    const payload = JSON.stringify({ data });
    for (const [socket, operationId] of this.subscribers.get(threadId) ?? []) {
      socket.send(`{"id":"${operationId}","type":"next","payload":${payload}}`);
    }
  }

  private take(
    socket: WebSocket,
    message: { type: string; id?: string; payload?: { variables?: { id?: string } } },
  ): void {
    if (message.type === 'connection_init') socket.send('{"type":"connection_ack"}');
    if (message.type === 'ping') socket.send('{"type":"pong"}');
    if (message.type !== 'subscribe') return;
    const threadId = message.payload!.variables!.id!;
    const group = this.subscribers.get(threadId) ?? new Map<WebSocket, string>();
    group.set(socket, message.id!);
    this.subscribers.set(threadId, group);
  }
}
