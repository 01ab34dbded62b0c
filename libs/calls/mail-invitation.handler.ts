import { Injectable } from '@nestjs/common';
import type { JobHandler } from '#queue';
import { mailInvitation } from './calls.jobs.js';
import { InvitationService } from './invitation.service.js';

@Injectable()
export class MailInvitationHandler implements JobHandler<{ callId: string; memberId: string }> {
  readonly job = mailInvitation;

  constructor(private readonly invitations: InvitationService) {}

  async handle({ callId, memberId }: { callId: string; memberId: string }): Promise<void> {
    await this.invitations.mail(callId, memberId);
  }
}
