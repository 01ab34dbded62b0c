import { setTimeout as sleep } from 'node:timers/promises';
import { endServer, isAlive } from './server-process.js';

/** A server that has gone is missed within this. */
const LOOK_EVERY_MS = 500;
const TRY_AGAIN_AFTER_MS = 2_000;

export interface Server {
  pid: number;
  port: number;
  url(database: string): string;
}

/** A running server, looked after once it is asked for. */
export class HeldServer {
  private readonly stopping = new AbortController();
  private holding: Promise<void> | undefined;

  constructor(
    private server: Server,
    private readonly start: (port: number) => Promise<Server>,
    readonly url: string,
  ) {}

  /** The process of the server, which outlives a killed parent and is then adopted by the next start. */
  get pid(): number {
    return this.server.pid;
  }

  /**
   * From now on a server that ends (killed, or the machine was out of memory) is started again under the same address,
   * where those who were connected find it.
   * @param tell takes a line for the log each time
   */
  holdUp(tell: (line: string) => void): void {
    this.holding ??= this.hold(tell);
  }

  /** Ends it cleanly: open transactions are rolled back, the next start needs no recovery. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.holding;
    await endServer(this.server.pid);
  }

  private async hold(tell: (line: string) => void): Promise<void> {
    while (!this.stopping.signal.aborted) {
      if (isAlive(this.server.pid)) {
        await this.pause(LOOK_EVERY_MS);
        continue;
      }
      tell('The embedded Postgres has ended; it is started again.');
      try {
        this.server = await this.start(this.server.port);
        tell('The embedded Postgres is back.');
      } catch (error) {
        tell(`${(error as Error).message} It is tried again.`);
        await this.pause(TRY_AGAIN_AFTER_MS);
      }
    }
  }

  private async pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}
