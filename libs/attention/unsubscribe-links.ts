import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config, installationSecret } from '#config';
import { type Id, isId } from '#kernel';

export const mailKinds = ['digest', 'deliveries'] as const;
/** What can be ended from a mail: the digest by mail, or mails about single events. */
export type MailKind = (typeof mailKinds)[number];

const SIGNATURE_BYTES = 18;

/** Signed addresses that end one kind of mail for one member, without signing in. They stay good: mails lie for years. */
@Injectable()
export class UnsubscribeLinks {
  private readonly key: Buffer;
  private readonly base: string;

  constructor(config: Config) {
    this.key = createHmac('sha256', installationSecret(config)).update('unsubscribe links').digest();
    this.base = `${config.publicUrl}/unsubscribe`;
  }

  url(memberId: Id, kind: MailKind): string {
    return `${this.base}/${kind}/${memberId}/${this.sign(memberId, kind)}`;
  }

  /** What a mail program shows as its own button, and does with one click. @see RFC 8058 */
  headers(memberId: Id, kind: MailKind): Record<string, string> {
    return {
      'List-Unsubscribe': `<${this.url(memberId, kind)}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    };
  }

  /** @returns what the address ends; undefined where the signature is not ours */
  read(kind: string, memberId: string, signature: string): { memberId: Id; kind: MailKind } | undefined {
    const known = mailKinds.find((one) => one === kind);
    if (!known || !isId(memberId)) return undefined;
    const [given, ours] = [Buffer.from(signature), Buffer.from(this.sign(memberId, known))];
    return given.length === ours.length && timingSafeEqual(given, ours) ? { memberId, kind: known } : undefined;
  }

  private sign(memberId: Id, kind: MailKind): string {
    return createHmac('sha256', this.key)
      .update(`${kind}/${memberId}`)
      .digest()
      .subarray(0, SIGNATURE_BYTES)
      .toString('base64url');
  }
}
