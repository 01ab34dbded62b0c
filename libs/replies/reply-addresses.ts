import { ReplyAddresses } from '#attention';
import { Config, installationSecret } from '#config';
import type { Id } from '#kernel';
import { ReplyAddressCodec } from './reply-address.js';

/** Addresses at the domain whose mail comes to this hub. */
export class SignedReplyAddresses extends ReplyAddresses {
  private readonly codec: ReplyAddressCodec;

  constructor(config: Config) {
    super();
    this.codec = new ReplyAddressCodec(installationSecret(config), config.values.MAIL_IN_DOMAIN);
  }

  addressFor(memberId: Id, threadId: Id): string {
    return this.codec.addressFor(memberId, threadId);
  }
}
