import { type Actor, type Id, isAdministrator } from '#kernel';
import type { ChannelVisibility } from './channel.entity.js';

/** What the rules look at; read in the statement that asks, never from a directory. */
export interface ChannelFacts {
  visibility: ChannelVisibility;
  isArchived: boolean;
  /** Whether the actor has a membership. */
  isMember: boolean;
}

type WhoAsks = Pick<Actor, 'role'>;

/** The rule of `readableChannel` on plain data. */
export const mayRead = (actor: WhoAsks, { visibility, isMember }: Omit<ChannelFacts, 'isArchived'>): boolean =>
  isMember || (visibility === 'PUBLIC' && actor.role !== 'GUEST');

/** The rule of `writableChannel` on plain data. */
export const mayWrite = (actor: WhoAsks, channel: ChannelFacts): boolean =>
  !channel.isArchived && mayRead(actor, channel);

/** Guests see and do what they were added to; making and opening places is not theirs. */
export const mayCreateChannels = (actor: WhoAsks): boolean => actor.role !== 'GUEST';

/** Nobody joins by themselves what is not open to everyone. */
export const mayJoin = (actor: WhoAsks, { visibility }: Pick<ChannelFacts, 'visibility'>): boolean =>
  visibility === 'PUBLIC' && actor.role !== 'GUEST';

/** Who reads a channel and belongs to it, or administers the hub, brings others in; guests do not. */
export const mayAddMembers = (actor: WhoAsks, channel: ChannelFacts): boolean =>
  mayRead(actor, channel) && actor.role !== 'GUEST' && (channel.isMember || isAdministrator(actor));

/** The agreement of a channel is written by who made it and by administrators, as far as they can read it. */
export const mayWriteAgreement = (
  actor: Pick<Actor, 'role' | 'memberId'>,
  channel: ChannelFacts & { createdById: Id },
): boolean =>
  mayRead(actor, channel) &&
  actor.role !== 'GUEST' &&
  (channel.createdById === actor.memberId || isAdministrator(actor));
