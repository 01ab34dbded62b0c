import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, createClient, type FormattedExecutionResult } from 'graphql-ws';
import WebSocket from 'ws';

/** What a subscription waits for at most before its test fails: live updates are there within milliseconds. */
const NEXT_TIMEOUT_MS = 5_000;

export interface GraphqlError {
  message: string;
  path?: (string | number)[];
  extensions: { code: string; reason?: string } & Record<string, unknown>;
}

export interface GraphqlResult<Data> {
  /** Of HTTP. */
  status: number;
  data: Data | null | undefined;
  errors: GraphqlError[] | undefined;
  /** The cookies that the answer sets. */
  cookies: string[];
}

type Variables = Record<string, unknown>;

/** Speaks to a running api as any client would. */
export class GraphqlClient {
  /** @param baseUrl without a path: `http://127.0.0.1:3000` */
  constructor(
    readonly baseUrl: string,
    private readonly path = '/graphql',
  ) {}

  async post<Data = Variables>(query: string, variables?: Variables, token?: string): Promise<GraphqlResult<Data>> {
    const response = await fetch(`${this.baseUrl}${this.path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization(token) },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    if (!response.headers.get('content-type')?.includes('json')) {
      throw new Error(`The api answered ${response.status} with something else than JSON: ${text.slice(0, 500)}`);
    }
    const { data, errors } = JSON.parse(text) as Pick<GraphqlResult<Data>, 'data' | 'errors'>;
    return { status: response.status, data, errors, cookies: response.headers.getSetCookie() };
  }

  /**
   * The data of an operation that is expected to succeed.
   * @throws Error with what the api said, where it did not
   */
  async ask<Data = Variables>(query: string, variables?: Variables, token?: string): Promise<Data> {
    const { data, errors } = await this.post<Data>(query, variables, token);
    if (errors || !data) throw new Error(`The api refused: ${JSON.stringify(errors)}`);
    return data;
  }

  /** One socket, for any number of subscriptions. Close it before the api is stopped. */
  live(token?: string): LiveClient {
    return new LiveClient(`${this.baseUrl.replace(/^http/, 'ws')}${this.path}`, token);
  }
}

export class LiveClient {
  private readonly client: Client;

  constructor(url: string, token: string | undefined) {
    this.client = createClient({
      url,
      webSocketImpl: WebSocket,
      connectionParams: authorization(token),
      // A test says itself what happens after a lost connection.
      retryAttempts: 0,
      lazyCloseTimeout: 0,
    });
  }

  subscribe<Data = Variables>(query: string, variables?: Variables): Subscription<Data> {
    return new Subscription<Data>(this.client, query, variables);
  }

  async close(): Promise<void> {
    await this.client.dispose();
  }
}

/** What a subscription delivers, in its order; nothing is lost between two calls of {@link next}. */
export class Subscription<Data> {
  private readonly waiting: FormattedExecutionResult<Data, unknown>[] = [];
  private failure: Error | undefined;
  private hasCompleted = false;
  private wake = (): void => undefined;
  private readonly unsubscribe: () => void;

  constructor(client: Client, query: string, variables: Variables | undefined) {
    this.unsubscribe = client.subscribe<Data>(
      { query, variables },
      {
        next: (result) => {
          this.waiting.push(result);
          this.wake();
        },
        error: (error) => {
          this.failure = new Error(`The subscription ended: ${described(error)}`, { cause: error });
          this.wake();
        },
        complete: () => {
          this.hasCompleted = true;
          this.wake();
        },
      },
    );
  }

  /** Ended by the server. */
  get isOver(): boolean {
    return this.hasCompleted || this.failure !== undefined;
  }

  /** @throws Error where the subscription ends or stays silent for `timeoutMs`, or where the delivery has errors */
  async next(timeoutMs = NEXT_TIMEOUT_MS): Promise<Data> {
    const result = await this.nextWithin(timeoutMs);
    if (!result) throw new Error(`The subscription delivered nothing within ${timeoutMs} ms.`);
    if (result.errors || !result.data) throw new Error(`A delivery has errors: ${JSON.stringify(result.errors)}`);
    return result.data;
  }

  /** @throws Error where something is delivered within `durationMs` */
  async stayQuiet(durationMs: number): Promise<void> {
    const result = await this.nextWithin(durationMs);
    if (result) throw new Error(`The subscription delivered ${JSON.stringify(result)}.`);
  }

  stop(): void {
    this.unsubscribe();
  }

  private async nextWithin(timeoutMs: number): Promise<FormattedExecutionResult<Data, unknown> | undefined> {
    if (this.waiting.length === 0 && !this.isOver) {
      const timer = new AbortController();
      const woken = new Promise<void>((resolve) => {
        this.wake = resolve;
      });
      await Promise.race([woken, sleep(timeoutMs, undefined, { signal: timer.signal }).catch(() => undefined)]);
      timer.abort();
    }
    const result = this.waiting.shift();
    if (!result && this.failure) throw this.failure;
    if (!result && this.hasCompleted) throw new Error('The subscription has been completed by the server.');
    return result;
  }
}

const authorization = (token: string | undefined): Record<string, string> =>
  token ? { authorization: `Bearer ${token}` } : {};

/** graphql-ws hands on an Error, what closed the socket, or the errors of the operation. */
function described(error: unknown): string {
  if (error instanceof Error) return error.message;
  if (typeof error === 'object' && error !== null && 'code' in error && 'reason' in error) {
    return `closed with ${error.code} ${error.reason}`;
  }
  return JSON.stringify(error);
}
