import type { IncomingMessage, Server } from 'node:http';
import { Injectable, Logger } from '@nestjs/common';
import type { GraphQLSchema } from 'graphql';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL, handleProtocols, makeServer } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { actorOfRequest, SESSION_COOKIE, SessionService } from '#identity';
import type { LiveConnection } from './live-connection.js';
import { LiveOperations } from './live-operations.js';

/** Messages from clients are documents with variables; nothing of ours comes near this. */
const MAX_MESSAGE_BYTES = 64 * 1024;
const INIT_TIMEOUT_MS = 10_000;
const PING_EVERY_MS = 30_000;
const SOCKETS_AT_MOST = 20_000;

/**
 * GraphQL over WebSocket for subscriptions; queries and mutations go over HTTP.
 * @see https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md
 */
@Injectable()
export class LiveSocketServer {
  private readonly logger = new Logger(LiveSocketServer.name);
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES, handleProtocols });

  constructor(
    private readonly operations: LiveOperations,
    private readonly sessions: SessionService,
  ) {}

  /** Takes the upgrades of `path`; call once, when the HTTP server stands. */
  attach(server: Server, path: string, schema: GraphQLSchema): void {
    const graphql = makeServer<Record<string, unknown>, LiveConnection>({
      schema,
      connectionInitWaitTimeout: INIT_TIMEOUT_MS,
      onConnect: async ({ connectionParams, extra }) => {
        extra.params = connectionParams;
        extra.actor = await this.actorOf(extra.request, connectionParams);
        return extra.actor !== undefined;
      },
      onSubscribe: (context, id, payload) => this.operations.prepare(schema, context.extra, id, payload),
      subscribe: (args) => this.operations.subscribe(args as never),
    });
    server.on('upgrade', (request, socket, head) => {
      if (request.url?.split('?')[0] !== path || this.sockets.clients.size >= SOCKETS_AT_MOST) {
        socket.destroy();
        return;
      }
      this.sockets.handleUpgrade(request, socket, head, (webSocket) => this.open(graphql, webSocket, request));
    });
  }

  close(): void {
    for (const socket of this.sockets.clients) socket.close(1001, 'The hub restarts');
    this.sockets.close();
  }

  private open(
    graphql: ReturnType<typeof makeServer<Record<string, unknown>, LiveConnection>>,
    socket: WebSocket,
    request: IncomingMessage,
  ): void {
    const connection: LiveConnection = { socket, request, actor: undefined, subscriptions: 0 };
    const closed = graphql.opened(
      {
        protocol: socket.protocol || GRAPHQL_TRANSPORT_WS_PROTOCOL,
        send: (data) => new Promise((resolve) => socket.send(data, () => resolve())),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (take) =>
          socket.on('message', (data) => {
            take(String(data)).catch((error: unknown) => {
              this.logger.error('A message of a socket failed', error);
              socket.close(1011, 'Something went wrong on our side');
            });
          }),
      },
      connection,
    );
    const stopWatching = this.sessions.onAccessChanged((memberId) => {
      if (connection.actor?.memberId === memberId) void this.checkAgain(connection);
    });
    let isAlive = true;
    socket.on('pong', () => {
      isAlive = true;
    });
    const pinging = setInterval(() => {
      if (!isAlive) return socket.terminate();
      isAlive = false;
      socket.ping();
    }, PING_EVERY_MS);
    socket.on('error', (error) => this.logger.debug(`A socket failed: ${error.message}`));
    socket.once('close', (code, reason) => {
      clearInterval(pinging);
      stopWatching();
      void closed(code, String(reason));
    });
  }

  /** A member's access changed: whoever may still sign in comes back by themselves, with the rights they have now. */
  private async checkAgain(connection: LiveConnection): Promise<void> {
    const actor = await this.actorOf(connection.request, connection.params);
    const isSame =
      actor &&
      connection.actor &&
      actor.role === connection.actor.role &&
      actor.credentialId === connection.actor.credentialId;
    if (!isSame) connection.socket.close(4403, 'Forbidden');
  }

  /** By `authorization` of connection_init, else by the headers of the upgrade: browsers cannot set one of their own. */
  private async actorOf(request: IncomingMessage, params: Record<string, unknown> | undefined) {
    const given = params?.authorization ?? params?.Authorization ?? request.headers.authorization;
    const cookie = new RegExp(`(?:^|;\\s*)${SESSION_COOKIE}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1];
    return actorOfRequest(this.sessions, {
      headers: { authorization: typeof given === 'string' ? given : undefined },
      cookies: cookie && isSameOrigin(request) ? { [SESSION_COOKIE]: decodeURIComponent(cookie) } : {},
      ip: request.socket.remoteAddress ?? '',
    });
  }
}

/** A page of another site can open a socket with this browser's cookie; its origin gives it away. */
function isSameOrigin({ headers: { origin, host } }: IncomingMessage): boolean {
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}
