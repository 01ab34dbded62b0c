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

/** Of those who may read a channel: its members and administrators bring others in; guests do not. */
export const mayAddMembers = (actor: WhoAsks, { isMember }: Pick<ChannelFacts, 'isMember'>): boolean =>
  actor.role !== 'GUEST' && (isMember || isAdministrator(actor));

/** Of those who may read a channel: who made it, and administrators, change its agreement; guests do not. */
export const mayChangeAgreement = (actor: Pick<Actor, 'role' | 'memberId'>, channel: { createdById: Id }): boolean =>
  actor.role !== 'GUEST' && (channel.createdById === actor.memberId || isAdministrator(actor));
