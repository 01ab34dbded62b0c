import { connect, type Socket } from 'node:net';

export interface Replayed {
  requests: number;
  seconds: number;
  /** Of the answers, headers left out. */
  bytes: number;
  p50Ms: number;
  p99Ms: number;
}

export interface ReplayOptions {
  connections: number;
  durationMs: number;
  /** Where in the list to begin: the same for every target of a round. */
  from: number;
}

const HEAD_END = Buffer.from('\r\n\r\n');

/**
 * A closed loop: each connection sends its next request when the answer is there, until the time is over. On raw
 * sockets with prebuilt bytes, because a client that works hard takes the CPU from the servers that it measures.
 * @throws Error for any answer other than 200 without errors
 */
export async function replay(port: number, requests: readonly Buffer[], options: ReplayOptions): Promise<Replayed> {
  const sockets = await Promise.all(Array.from({ length: options.connections }, () => open(port)));
  const latenciesMs: number[] = [];
  let next = options.from;
  let bytes = 0;
  const startMs = performance.now();
  const deadlineMs = startMs + options.durationMs;
  await Promise.all(
    sockets.map(async (socket) => {
      const answers = new Answers(socket);
      for (let sentMs = performance.now(); sentMs < deadlineMs; ) {
        socket.write(requests[next++ % requests.length]!);
        const bodyBytes = await answers.next();
        bytes += bodyBytes;
        const nowMs = performance.now();
        latenciesMs.push(nowMs - sentMs);
        sentMs = nowMs;
      }
    }),
  );
  const seconds = (performance.now() - startMs) / 1000;
  for (const socket of sockets) socket.destroy();
  latenciesMs.sort((a, b) => a - b);
  const quantile = (share: number): number => latenciesMs[Math.floor(share * (latenciesMs.length - 1))]!;
  return { requests: latenciesMs.length, seconds, bytes, p50Ms: quantile(0.5), p99Ms: quantile(0.99) };
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(socket));
    socket.once('error', reject);
  });
}

/** Reads answers off one connection, one at a time, and only as far as measuring needs. */
class Answers {
  private received: Buffer[] = [];
  private receivedLength = 0;
  private neededLength = 0;
  private headLength = 0;
  private settle: { resolve: (bodyBytes: number) => void; reject: (error: Error) => void } | undefined;

  constructor(socket: Socket) {
    socket.on('data', (chunk) => this.take(chunk));
    socket.once('close', () => this.settle?.reject(new Error('The server has closed a connection.')));
    socket.on('error', (error) => this.settle?.reject(error));
  }

  /** @returns the length of the answer's body in bytes */
  next(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
    });
  }

  private take(chunk: Buffer): void {
    this.received.push(chunk);
    this.receivedLength += chunk.length;
    if (this.neededLength === 0) this.readHead();
    if (this.neededLength > 0 && this.receivedLength >= this.neededLength) this.finish();
  }

  private readHead(): void {
    const start = this.received.length === 1 ? this.received[0]! : Buffer.concat(this.received);
    const end = start.indexOf(HEAD_END);
    if (end < 0) return;
    const head = start.toString('latin1', 0, end);
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (length === undefined) throw new Error(`An answer without a length cannot be measured:\n${head}`);
    this.headLength = end + HEAD_END.length;
    this.neededLength = this.headLength + Number(length);
    this.received = [start];
  }

  private finish(): void {
    const first = this.received[0]!.toString('latin1', 0, this.headLength + 10);
    const isRefused = !first.startsWith('HTTP/1.1 200') || first.endsWith('{"errors":');
    const answer = isRefused ? Buffer.concat(this.received).toString() : '';
    const bodyBytes = this.neededLength - this.headLength;
    this.received = [];
    this.receivedLength = 0;
    this.neededLength = 0;
    if (isRefused) this.settle!.reject(new Error(`A request was refused while it was measured:\n${answer}`));
    else this.settle!.resolve(bodyBytes);
  }
}
