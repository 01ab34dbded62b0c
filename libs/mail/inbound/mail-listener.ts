import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** Not taken for good: the sending server tells its user. */
class MailNotTaken extends Error {
  constructor(
    readonly responseCode: 550 | 552,
    message: string,
  ) {
    super(message);
  }
}

/** Not taken now: the sending server tries again. RFC 5321, 4.2.1 */
class MailNotNow extends Error {
  readonly responseCode = 451;
}

export interface MailListenerOptions {
  host: string;
  port: number;
  /** LMTP (RFC 2033) is what mail servers hand over to programs beside them with. */
  isLmtp: boolean;
  mostBytes: number;
  /** Whether there is such an address. */
  knows: (address: string) => boolean;
  /** What it resolves for is kept; only then the sending server is told so. */
  keep: (raw: Buffer, recipients: readonly string[]) => Promise<void>;
  onError: (error: Error) => void;
}

const MOST_CLIENTS = 20;
const MOST_RECIPIENTS = 10;
const SILENCE_MS = 60_000;

/** Takes mail from the organisation's own mail server: no sign-in, no relaying, for known addresses alone. */
export class MailListener {
  private readonly server: SMTPServer;

  constructor(private readonly options: MailListenerOptions) {
    const { isLmtp, mostBytes, knows, keep, onError } = options;
    this.server = new SMTPServer({
      lmtp: isLmtp,
      size: mostBytes,
      maxClients: MOST_CLIENTS,
      socketTimeout: SILENCE_MS,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      banner: 'Meantime',
      onRcptTo: ({ address }, { envelope }, answer) => {
        if (envelope.rcptTo.length >= MOST_RECIPIENTS) return answer(new MailNotNow('Too many recipients at once.'));
        answer(knows(address) ? null : new MailNotTaken(550, 'There is no such address here.'));
      },
      onData: (stream, { envelope }, answer) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => {
          // What is too large is read to its end and thrown away, so that its sender can be told.
          if (stream.sizeExceeded) chunks.length = 0;
          else chunks.push(chunk);
        });
        stream.on('end', () => {
          if (stream.sizeExceeded) return answer(new MailNotTaken(552, `A mail has at most ${mostBytes} bytes here.`));
          keep(
            Buffer.concat(chunks),
            envelope.rcptTo.map(({ address }) => address),
          ).then(
            () => answer(null),
            (error) => {
              onError(error as Error);
              answer(new MailNotNow('It could not be kept just now.'));
            },
          );
        });
      },
    });
    // Clients that hang up without a word come and go.
    this.server.on('error', onError);
  }

  /** @returns the port @throws where the port is taken or not ours to take */
  async listen(): Promise<number> {
    const { host, port } = this.options;
    await new Promise<void>((done, fail) => {
      this.server.server.once('error', fail);
      this.server.listen(port, host, done);
    });
    return (this.server.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    await new Promise<void>((done) => this.server.close(done));
  }
}
