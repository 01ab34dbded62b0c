import { HubError, invalidInput, type Permission } from '#kernel';

export const wrongCredentials = (): HubError =>
  new HubError('UNAUTHENTICATED', 'session.wrong_credentials', 'This address and password do not belong together.');

export const tooManyAttempts = (seconds: number): HubError =>
  new HubError('RATE_LIMITED', 'session.too_many_attempts', `Too many tries. Try again in ${seconds} seconds.`, {
    data: { seconds },
  });

export const scopeMissing = (scope: string): HubError =>
  new HubError('FORBIDDEN', 'token.scope_missing', `This access token lacks the scope ${scope}.`, { data: { scope } });

export const administratorsOnly = (): HubError =>
  new HubError('FORBIDDEN', 'member.administrators_only', 'Only administrators and owners can do this.');

const asked: Record<Permission, string> = {
  SEND_URGENT: 'send urgent posts',
  RECORD: 'record',
  SHARE_OUTSIDE: 'share outside the organisation',
  CREATE_CHANNEL: 'create channels',
  INVITE_MEMBERS: 'invite members',
  SEE_ADMINISTRATION: 'see the administration',
  MANAGE_MEMBERS: 'manage members',
  MANAGE_SETTINGS: 'change settings',
};

export const permissionMissing = (permission: Permission): HubError =>
  new HubError('FORBIDDEN', 'permission.missing', `Your role may not ${asked[permission]}: ask an owner.`, {
    data: { permission },
  });

export const ownRole = (): HubError =>
  new HubError('FORBIDDEN', 'permission.own_role', 'What a role may do is changed by roles above it.', {
    field: 'role',
  });

export const ownerLocked = (): HubError =>
  new HubError(
    'CONFLICT',
    'permission.owner_locked',
    'Owners may do everything: otherwise nobody could change it back.',
    {
      field: 'permissions',
    },
  );

export const noSuchInvitation = (): HubError =>
  new HubError('NOT_FOUND', 'invitation.gone', 'There is no such invitation, or it is used or revoked already.', {
    field: 'invitationId',
  });

export const badLinkLimits = (): HubError =>
  invalidInput('invitation.bad_limits', 'A link holds for 1 to 90 days and 1 to 500 uses.', {
    field: 'uses',
    data: { days: 90, uses: 500 },
  });

export const linkNotForThisRole = (): HubError =>
  invalidInput(
    'invitation.link_role',
    'A link for anybody makes members or guests: invite administrators by address.',
    {
      field: 'role',
    },
  );

export const addressMissing = (): HubError =>
  invalidInput('invitation.email_missing', 'Say your mail address: this link was made for more than one person.', {
    field: 'email',
  });

export const badCsv = (why: string): HubError =>
  invalidInput('invitation.bad_csv', `These rows cannot be read: ${why}.`, { field: 'csv' });

export const noSuchMember = (): HubError =>
  new HubError('NOT_FOUND', 'member.not_found', 'There is no such member, or you may not see them.');

export const alreadySetUp = (): HubError =>
  new HubError(
    'CONFLICT',
    'setup.done',
    'This hub is set up already: sign in, or ask an administrator for an invitation.',
  );

export const wrongSetupCode = (): HubError =>
  new HubError(
    'FORBIDDEN',
    'setup.wrong_code',
    'This is not the setup code. It stands in the file setup-code in the data directory.',
    {
      field: 'setupCode',
    },
  );

export const notSetUp = (): HubError =>
  new HubError(
    'CONFLICT',
    'setup.not_done',
    'This hub is not set up yet: use setUpOrganization with the code that the start printed.',
  );

export const handleTaken = (): HubError =>
  new HubError('CONFLICT', 'member.handle_taken', 'Somebody has this handle already: choose another.', {
    field: 'handle',
  });

export const addressTaken = (): HubError =>
  new HubError('CONFLICT', 'member.email_taken', 'A member has this mail address already.', { field: 'email' });

export const badInvitation = (): HubError =>
  new HubError(
    'NOT_FOUND',
    'invitation.not_found',
    'This invitation was used, has expired or never was: ask for a new one.',
    {
      field: 'code',
    },
  );

export const lastOwner = (): HubError =>
  new HubError('CONFLICT', 'member.last_owner', 'The organisation needs an owner: make somebody else one first.');

export const roleOutOfReach = (): HubError =>
  new HubError('FORBIDDEN', 'member.role_out_of_reach', 'Only an owner makes or unmakes owners.');

export const intervalsOverlap = (day: string): HubError =>
  invalidInput('calendar.intervals_overlap', `The working hours of ${day.toLowerCase()} overlap.`, { field: 'week' });

export const noSuchAbsence = (): HubError =>
  new HubError('NOT_FOUND', 'absence.not_found', 'There is no such absence of yours.');

export const absenceBackwards = (): HubError =>
  invalidInput('absence.backwards', 'The last day away is before the first.', { field: 'to' });

export const delegateToOneself = (): HubError =>
  invalidInput('absence.delegate_is_oneself', 'Name somebody else who stands in for you.', { field: 'delegateId' });

export const delegateHasLeft = (): HubError =>
  new HubError('CONFLICT', 'absence.delegate_has_left', 'This person is no longer here: name somebody else.', {
    field: 'delegateId',
  });

export const tooManyAbsences = (most: number): HubError =>
  new HubError('CONFLICT', 'absence.too_many', `You have ${most} absences: remove some that are over.`, {
    data: { most },
  });

export const tokensMakeNoTokens = (): HubError =>
  new HubError(
    'FORBIDDEN',
    'token.makes_no_tokens',
    'Access tokens are made by signing in, not with another access token.',
  );

export const scopesMissing = (): HubError =>
  invalidInput('token.scopes_missing', 'Give at least one scope.', { field: 'scopes' });

export const tokenExpiresInThePast = (): HubError =>
  invalidInput('token.expires_in_the_past', 'This time is over: give one that is still to come, or none.', {
    field: 'expiresAt',
  });

export const peopleOnly = (): HubError =>
  new HubError(
    'FORBIDDEN',
    'token.people_only',
    'Sign in for this: an access token cannot change how its member comes in.',
  );

export const noSuchToken = (): HubError =>
  new HubError('NOT_FOUND', 'token.not_found', 'You have no such access token.');

export const wrongPassword = (): HubError =>
  invalidInput('member.wrong_password', 'This is not your present password.', { field: 'currentPassword' });

export const tooManyPeople = (most: number): HubError =>
  invalidInput('calendar.too_many_people', `Compare the hours of at most ${most} people.`, {
    field: 'memberIds',
    data: { most },
  });
