import { Injectable } from '@nestjs/common';
import type { JobHandler } from '#queue';
import { mailDigest } from './attention.jobs.js';
import { DigestMailing } from './digest-mailing.service.js';

@Injectable()
export class MailDigestHandler implements JobHandler<{ digestId: string }> {
  readonly job = mailDigest;

  constructor(private readonly mailing: DigestMailing) {}

  async handle({ digestId }: { digestId: string }): Promise<void> {
    await this.mailing.send(digestId);
  }
}
