import { Injectable, Logger } from '@nestjs/common';
import { Config } from '#config';
import { Mailer } from '#mail';
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
    private readonly config: Config,
  ) {}

  linkOf(code: string): string {
    return `${this.config.publicUrl}/accept-invite?code=${code}`;
  }

  /** Does nothing where no mail server is set. A mail server that is down does not undo the invitation. */
  async send(to: string, link: string): Promise<void> {
    if (!this.mailer.isConfigured) return;
    const { name } = await this.organization.require();
    try {
      await this.mailer.send({
        to,
        subject: `You are invited to ${name}`,
        text: `${name} works together at its own hours, and would like you to join.

This link is for you alone. It works once, within the next seven days:
${link}

There is no hurry: open it when it suits you.
`,
      });
    } catch (error) {
      this.logger.warn(`The invitation of ${to} was not mailed: ${error instanceof Error ? error.message : error}`);
    }
  }
}
