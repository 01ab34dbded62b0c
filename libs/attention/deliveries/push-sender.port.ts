import type { Id } from '#kernel';

/** What a device shows: short, without what was written where the member wants it so. */
export interface PushNote {
  title: string;
  body: string;
  /** Where a tap leads. */
  url: string;
  /** A later note with the same tag takes the place of the former. */
  tag: string;
  isUrgent: boolean;
}

/** Brings a note to the devices on which a member has asked for it. */
export abstract class PushSender {
  /** False where nothing can be pushed: then nothing is planned for it. */
  abstract readonly isConfigured: boolean;

  /** Settles once each device's push service has taken it, or has said that the device is gone. Throws to be tried again. */
  abstract send(memberId: Id, note: PushNote): Promise<void>;
}

export class NoPushSender extends PushSender {
  readonly isConfigured = false;

  send(): Promise<void> {
    return Promise.resolve();
  }
}
