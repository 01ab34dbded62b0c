import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { Config } from '#config';
import { AuditLog, OrganizationService, requireAdministrator } from '#identity';
import { type Actor, newId } from '#kernel';
import { Mailer, mailFailureInWords } from '#mail';
import { Storage } from '#storage';
import type { TestResultPayload } from './administration.inputs.js';

/** Tries mail and store for real, and says which line to change where that fails. */
@Injectable()
export class EngineTests {
  constructor(
    private readonly mailer: Mailer,
    private readonly storage: Storage,
    private readonly organization: OrganizationService,
    private readonly audit: AuditLog,
    private readonly config: Config,
  ) {}

  /** @throws HubError member.administrators_only, token.scope_missing */
  async mail(actor: Actor, to: string): Promise<TestResultPayload> {
    requireAdministrator(actor);
    if (!this.mailer.isConfigured) {
      return { ok: false, message: 'No mail server is set.', fix: 'SMTP_URL=smtps://user:password@mail.example.org' };
    }
    const { name } = await this.organization.require();
    await this.audit.record('mail.tested', actor, to);
    try {
      const text = `This is a test of the mail of ${name}. It has arrived, so digests and invitations will, too.\n\n${this.config.publicUrl}\n`;
      await this.mailer.send({ to, subject: `${name}: a test of its mail`, text });
      return { ok: true, message: `The mail server has taken the message to ${to}.`, fix: null };
    } catch (error) {
      return { ok: false, message: mailFailureInWords(error), fix: lineFor(error) };
    }
  }

  /** Writes an object, reads it back and deletes it. @throws HubError member.administrators_only, token.scope_missing */
  async store(actor: Actor): Promise<TestResultPayload> {
    requireAdministrator(actor);
    const { S3_ENDPOINT, MEANTIME_DATA_DIR } = this.config.values;
    const [key, content] = [`probe/${newId()}`, Buffer.from(newId())];
    const started = performance.now();
    try {
      await this.storage.put(key, Readable.from([content]), { contentType: 'text/plain', byteSize: content.length });
      const back = await buffer((await this.storage.get(key)).stream);
      await this.storage.delete([key]);
      if (!back.equals(content)) throw new Error('What was read is not what was written.');
      const where = S3_ENDPOINT ? `the store at ${S3_ENDPOINT}` : 'the disk';
      const took = Math.max(1, Math.round(performance.now() - started));
      return { ok: true, message: `Written to ${where}, read back and deleted in ${took} ms.`, fix: null };
    } catch (error) {
      const fix = S3_ENDPOINT
        ? `S3_ENDPOINT=${S3_ENDPOINT}, with S3_BUCKET, S3_ACCESS_KEY and S3_SECRET_KEY`
        : `MEANTIME_DATA_DIR=${MEANTIME_DATA_DIR}`;
      return { ok: false, message: mailFailureInWords(error), fix };
    }
  }
}

/** Which line is to blame, by what SMTP and the network answer. */
function lineFor(error: unknown): string {
  const { code, command } = ((error as { cause?: unknown }).cause ?? {}) as { code?: string; command?: string };
  if (code === 'EAUTH') return 'SMTP_URL: the user or the password before the @';
  if (code === 'ECONNREFUSED' || code === 'EDNS' || code === 'ENOTFOUND' || code === 'ETIMEDOUT')
    return 'SMTP_URL: the host or the port';
  if (code === 'ESOCKET') return 'SMTP_URL: smtps:// or smtp://, the host or the port';
  if (command === 'MAIL FROM') return `MAIL_FROM: this sender is not taken`;
  return code === 'EENVELOPE' ? 'MAIL_FROM, or the address of the test' : 'SMTP_URL';
}
