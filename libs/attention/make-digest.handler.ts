import { Injectable } from '@nestjs/common';
import type { JobHandler } from '#queue';
import { makeDigest } from './attention.jobs.js';
import { DigestService } from './digest.service.js';

interface MakeDigestPayload {
  memberId: string;
  periodStart: string;
  periodEnd: string;
  byEmail: boolean;
}

@Injectable()
export class MakeDigestHandler implements JobHandler<MakeDigestPayload> {
  readonly job = makeDigest;

  constructor(private readonly digests: DigestService) {}

  async handle(payload: MakeDigestPayload): Promise<void> {
    await this.digests.make(payload.memberId, payload.periodStart, payload.periodEnd, payload.byEmail);
  }
}
