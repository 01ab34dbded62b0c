import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';

/** A process whose machine vanished without a word holds its locks for so long at most: 10 s, and three asks of 5 s. */
const KEEP_ALIVE = 'set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3';
const take = 'select pg_try_advisory_lock(hashtextextended($1, 0)) as is_ours';
const giveBack = 'select pg_advisory_unlock(hashtextextended($1, 0))';

/**
 * Locks for work that is longer than a transaction: advisory locks of Postgres on a connection of their own, which end
 * with the process however it ends. One process may take a name several times; it settles that within itself.
 */
@Injectable()
export class SessionLocks implements OnApplicationShutdown {
  private readonly logger = new Logger(SessionLocks.name);
  private connection: Promise<pg.Client> | undefined;
  /** One statement at a time. */
  private last: Promise<unknown> = Promise.resolve();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly dataSource: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    await (await this.connection?.catch(() => undefined))?.end();
  }

  /** @returns false where another process has it */
  tryTake(name: string): Promise<boolean> {
    return this.ask(take, name);
  }

  async giveBack(name: string): Promise<void> {
    await this.ask(giveBack, name);
  }

  /** Called when the connection broke, and with it everything that was taken: others may have it from now on. */
  onLost(listener: () => void): void {
    this.listeners.add(listener);
  }

  private ask(sql: string, name: string): Promise<boolean> {
    const asked = this.last.then(async () => {
      const client = await this.connect();
      const { rows } = await client.query<{ is_ours?: boolean }>(sql, [name]);
      return rows[0]?.is_ours ?? false;
    });
    this.last = asked.catch(() => undefined);
    return asked;
  }

  private connect(): Promise<pg.Client> {
    this.connection ??= this.open().catch((error) => {
      this.connection = undefined;
      throw error;
    });
    return this.connection;
  }

  private async open(): Promise<pg.Client> {
    const { url } = this.dataSource.options as { url?: string };
    const client = new pg.Client({ connectionString: url, application_name: 'meantime-locks', keepAlive: true });
    client.on('error', (error) => this.logger.warn(`The connection that holds locks broke: ${error.message}`));
    client.on('end', () => {
      this.connection = undefined;
      for (const listener of this.listeners) listener();
    });
    await client.connect();
    await client.query(KEEP_ALIVE);
    return client;
  }
}
