import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { reconnectDelayMs, within } from './patience.js';
import { PubSubUnavailable } from './pubsub.errors.js';

const connectTimeoutMs = 10_000;
const statementTimeoutMs = 10_000;
/** A connection that died without a word (a firewall forgot it) is noticed by a statement of our own. */
const heartbeatEveryMs = 30_000;

export interface ListeningEvents {
  notified(payload: string): void;
  /** Listening again after a loss. */
  reconnected(): void;
  failed(error: unknown): void;
}

/** The connection was lost before a statement was answered: it may have been carried out. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

/**
 * One connection to Postgres that listens to one channel and comes back when it is lost. It must reach the server
 * itself or a pooler in session mode: in transaction mode a LISTEN is forgotten at once.
 */
export class ListeningConnection {
  private current: Promise<pg.Client> | undefined;
  private readonly closing = new AbortController();
  private heartbeat: NodeJS.Timeout | undefined;
  private hasListened = false;

  constructor(
    private readonly connectionString: string,
    private readonly channel: string,
    private readonly events: ListeningEvents,
  ) {}

  /** Settles when the channel is listened to. @throws HubError `pubsub.unavailable` after 10 s */
  async ready(): Promise<void> {
    await this.client();
  }

  /** @throws ConnectionLost, HubError `pubsub.unavailable`, or what Postgres says */
  async query(text: string, values: readonly unknown[]): Promise<void> {
    const client = await this.client();
    try {
      await client.query(text, [...values]);
    } catch (error) {
      // An error of the statement itself carries the server's code; all others mean that the connection is gone.
      if (error instanceof pg.DatabaseError && !error.code?.startsWith('57P')) throw error;
      this.lost(client, error);
      throw new ConnectionLost('The connection to Postgres was lost.', { cause: error });
    }
  }

  async close(): Promise<void> {
    this.closing.abort();
    clearInterval(this.heartbeat);
    const client = await this.current?.catch(() => undefined);
    await client?.end();
  }

  private client(): Promise<pg.Client> {
    if (this.closing.signal.aborted) return Promise.reject(new PubSubUnavailable('it has been closed'));
    this.current ??= this.connectUntilOpen();
    return within(connectTimeoutMs, 'there is no connection to Postgres', this.current);
  }

  private async connectUntilOpen(): Promise<pg.Client> {
    for (let failures = 0; ; failures++) {
      try {
        return await this.connect();
      } catch (error) {
        if (this.closing.signal.aborted) throw new PubSubUnavailable('it has been closed', error);
        this.events.failed(error);
      }
      await sleep(reconnectDelayMs(failures), undefined, { signal: this.closing.signal });
    }
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.connectionString,
      application_name: 'meantime-pubsub',
      connectionTimeoutMillis: connectTimeoutMs,
      query_timeout: statementTimeoutMs,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    });
    client.on('error', (error) => this.lost(client, error));
    client.on('end', () => this.lost(client, new ConnectionLost('The connection to Postgres has ended.')));
    client.on('notification', ({ payload }) => this.events.notified(payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen ${client.escapeIdentifier(this.channel)}`);
    } catch (error) {
      await client.end();
      throw error;
    }
    this.listening.add(client);
    this.beat(client);
    if (this.hasListened) this.events.reconnected();
    this.hasListened = true;
    return client;
  }

  /** Clients that listen now; one that failed before it did is tried again by whoever was connecting it. */
  private readonly listening = new WeakSet<pg.Client>();

  private lost(client: pg.Client, error: unknown): void {
    if (!this.listening.delete(client) || this.closing.signal.aborted) return;
    clearInterval(this.heartbeat);
    this.events.failed(error);
    client.end().catch((endError) => this.events.failed(endError));
    this.current = this.connectUntilOpen();
    // Whoever needs the connection awaits it; without anyone the end of the wait is nobody's error.
    this.current.catch(() => undefined);
  }

  private beat(client: pg.Client): void {
    this.heartbeat = setInterval(() => {
      client.query('select 1').catch((error) => this.lost(client, error));
    }, heartbeatEveryMs).unref();
  }
}
