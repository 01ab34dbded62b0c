import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '#config';
import { MailListener } from '#mail';
import { MailedReplies } from '#replies';

/** The door for answers by mail: shut unless a port and a domain are set. */
@Injectable()
export class MailIn implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(MailIn.name);
  private listener?: MailListener;

  constructor(
    private readonly config: Config,
    private readonly replies: MailedReplies,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { MAIL_IN_DOMAIN, MAIL_IN_HOST, MAIL_IN_PORT, MAIL_IN_PROTOCOL, MAIL_IN_MAX_BYTES } = this.config.values;
    if (!MAIL_IN_DOMAIN || MAIL_IN_PORT === 0) return;
    this.listener = new MailListener({
      host: MAIL_IN_HOST,
      port: MAIL_IN_PORT,
      isLmtp: MAIL_IN_PROTOCOL === 'lmtp',
      mostBytes: MAIL_IN_MAX_BYTES,
      knows: (address) => this.replies.knows(address),
      keep: (raw, recipients) => this.replies.keep(raw, recipients),
      onError: (error) => this.logger.warn(`Mail: ${error.message}`),
    });
    await this.listener.listen();
    this.logger.log(`Takes answers by mail for ${MAIL_IN_DOMAIN} on ${MAIL_IN_HOST}:${MAIL_IN_PORT}`);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.listener?.close();
  }
}
