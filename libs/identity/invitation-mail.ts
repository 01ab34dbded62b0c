import { Injectable, Logger } from '@nestjs/common';
import { Config } from '#config';
import type { Id } from '#kernel';
import { Mailer, mailFailureInWords } from '#mail';
import { InvitationRepository } from './invitation.repository.js';
import { OrganizationService } from './organization.service.js';

/**
 * The letter with an invitation's link. It is sent at once and not by a job: the link is a secret, which would stand
 * readable in the queue, and who invites has it in the answer as well.
 */
@Injectable()
export class InvitationMail {
  private readonly logger = new Logger(InvitationMail.name);

  constructor(
    private readonly mailer: Mailer,
    private readonly organization: OrganizationService,
    private readonly invitations: InvitationRepository,
    private readonly config: Config,
  ) {}

  get isConfigured(): boolean {
    return this.mailer.isConfigured;
  }

  linkOf(code: string): string {
    return `${this.config.publicUrl}/accept-invite?code=${code}`;
  }

  /** A mail server that is down does not undo the invitation. @returns why it was not sent, in words; null: it was */
  async send(to: string, link: string, name?: string): Promise<string | null> {
    try {
      const { name: organization } = await this.organization.require();
      await this.mailer.send({
        to,
        subject: `You are invited to ${organization}`,
        text: `${name ? `Hello ${name},\n\n` : ''}${organization} works together at its own hours, and would like you to join.

This link is for you alone. It works once, within the next seven days:
${link}

There is no hurry: open it when it suits you.
`,
      });
      return null;
    } catch (error) {
      this.logger.warn(`The invitation of ${to} was not mailed: ${error instanceof Error ? error.message : error}`);
      return mailFailureInWords(error);
    }
  }

  /** What became of the letter; that it cannot be written down is no reason to fail whoever invited. */
  async keepFailure(invitationId: Id, failure: string | null): Promise<void> {
    try {
      await this.invitations.mailed(invitationId, failure);
    } catch (error) {
      this.logger.warn(`What became of the letter of ${invitationId} was not kept: ${error}`);
    }
  }
}
