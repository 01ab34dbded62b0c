import { buffer } from 'node:stream/consumers';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface ReceivedMail {
  /** The envelope: who the server was told to deliver to. */
  recipients: string[];
  sender: string;
  parsed: ParsedMail;
  raw: string;
}

export interface SmtpTestServer {
  /** smtp://user:password@127.0.0.1:port; other credentials are refused. */
  url: string;
  received: ReceivedMail[];
  stop(): Promise<void>;
}

const credentials = { user: 'hub', password: 'p@ss/word' };

/** A real SMTP server inside the spec's process that keeps what it is sent. */
export async function startSmtp(options: SMTPServerOptions = {}): Promise<SmtpTestServer> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, answer) => {
      const isKnown = username === credentials.user && password === credentials.password;
      answer(isKnown ? null : new Error('Wrong credentials'), isKnown ? { user: username } : undefined);
    },
    onData: (stream, session, answer) => {
      const keep = async () => {
        const raw = await buffer(stream);
        received.push({
          recipients: session.envelope.rcptTo.map(({ address }) => address),
          sender: session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address,
          parsed: await simpleParser(raw),
          raw: raw.toString(),
        });
      };
      keep().then(() => answer(null), answer);
    },
    ...options,
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  // Clients that hang up without a word are part of what is tested.
  server.on('error', () => undefined);
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The SMTP server has no port.');
  const { user, password } = credentials;
  return {
    url: `smtp://${user}:${encodeURIComponent(password)}@127.0.0.1:${address.port}`,
    received,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
