import { globalId, HubError, type Id, invalidInput } from '#kernel';

export const noSuchChannel = (field?: string): HubError =>
  new HubError('NOT_FOUND', 'channel.not_found', 'There is no such channel, or you may not see it.', { field });

export const channelArchived = (): HubError =>
  new HubError('CONFLICT', 'channel.archived', 'This channel is archived: it can be read, and nothing is added to it.');

export const notAMember = (): HubError =>
  new HubError('CONFLICT', 'channel.not_a_member', 'You are not a member of this channel: join it first.');

export const oneOfIdAndSlug = (): HubError =>
  invalidInput('channel.one_of_id_and_slug', 'Give either the id or the slug of a channel.', { field: 'id' });

export const guestsMakeNoChannels = (): HubError =>
  new HubError(
    'FORBIDDEN',
    'channel.not_for_guests',
    'Guests take part in channels that they were added to: ask a member of the organisation for a new one.',
  );

export const badName = (most: number): HubError =>
  invalidInput('channel.bad_name', `Give the channel a name of 1 to ${most} characters.`, {
    field: 'name',
    data: { most },
  });

export const badSlug = (most: number): HubError =>
  invalidInput(
    'channel.bad_slug',
    `A slug is 1 to ${most} small letters (a to z), digits and hyphens, with a letter or digit at both ends.`,
    { field: 'slug', data: { most } },
  );

export const slugTaken = (slug: string): HubError =>
  new HubError('CONFLICT', 'channel.slug_taken', `There is a channel ${slug} already: choose another slug.`, {
    field: 'slug',
  });

export const wrongDirectSize = (min: number, max: number): HubError =>
  invalidInput('channel.direct_size', `A direct channel has ${min} to ${max} people, you included.`, {
    field: 'memberIds',
    data: { min, max },
  });

export const noSuchMembers = (ids: readonly Id[]): HubError =>
  new HubError('NOT_FOUND', 'member.not_found', 'Some of these people are not members any more, or never were.', {
    field: 'memberIds',
    data: { memberIds: ids.map((id) => globalId('Member', id)) },
  });

export const directIsFixed = (): HubError =>
  new HubError(
    'CONFLICT',
    'channel.direct_is_fixed',
    'The people of a direct channel stay the same: make a channel for another circle.',
  );

export const lastMember = (): HubError =>
  new HubError(
    'CONFLICT',
    'channel.last_member',
    'You are the last one in this private channel, and nobody could read it any more: add somebody first.',
  );

export const membersOnly = (): HubError =>
  new HubError(
    'FORBIDDEN',
    'channel.members_only',
    'People are added by members of the channel who are not guests, and by administrators.',
  );

export const notYourChannel = (): HubError =>
  new HubError('FORBIDDEN', 'channel.not_yours', 'A channel is changed by its owner and by who manages members.');

export const opensFromWithin = (): HubError =>
  new HubError('FORBIDDEN', 'channel.opened_by_members', 'A private channel is made public by one of its members.', {
    field: 'visibility',
  });

export const badRetention = (most: number): HubError =>
  invalidInput('channel.bad_retention', `Posts are kept for 1 to ${most} days, or for ever without a number.`, {
    field: 'retentionDays',
    data: { most },
  });

export const notYourAgreement = (): HubError =>
  new HubError(
    'FORBIDDEN',
    'agreement.not_yours',
    'The agreement of a channel is changed by who made the channel and by administrators.',
  );
