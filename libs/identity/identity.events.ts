import type { Actor, Id } from '#kernel';

/** Somebody became a member: the owner at set-up, or by an invitation. */
export class MemberJoined {
  constructor(
    readonly memberId: Id,
    /** Channels that the invitation named. */
    readonly channelIds: readonly Id[],
  ) {}
}

/** Somebody is being invited. Who knows the channels refuses, before the commit, those that the inviter may not hand out. */
export class ChannelsPromised {
  constructor(
    readonly inviter: Actor,
    /** Channels that the invitation names. */
    readonly channelIds: readonly Id[],
  ) {}
}

/** Somebody has left: what they owe is asked of them no more. */
export class MemberDeactivated {
  constructor(
    readonly memberId: Id,
    readonly actorId: Id,
  ) {}
}

/** Hours, zone or absences of a member are other than before: what they owe is computed anew. */
export class CalendarChanged {
  constructor(readonly memberId: Id) {}
}
