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
  /** How long it may wait for a device that is off: what is not urgent must not appear on it at night. */
  keepMs: number;
}

/** Brings a note to the devices on which a member has asked for it. */
export abstract class PushSender {
  /** Those of the members who have such a device: for others nothing is planned. */
  abstract reachable(memberIds: readonly Id[]): Promise<ReadonlySet<Id>>;

  /**
   * Settles once the push services have taken it, or have said that a device is gone. Throws to be tried again.
   * @returns how many devices it went to
   */
  abstract send(memberId: Id, note: PushNote): Promise<number>;
}
