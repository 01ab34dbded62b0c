import { HubError } from '#kernel';

export const noSuchChannel = (): HubError =>
  new HubError('NOT_FOUND', 'channel.not_found', 'There is no such channel, or you may not see it.');

export const channelArchived = (): HubError =>
  new HubError('CONFLICT', 'channel.archived', 'This channel is archived: it can be read, and nothing is added to it.');

export const notAMember = (): HubError =>
  new HubError('CONFLICT', 'channel.not_a_member', 'You are not a member of this channel: join it first.');
