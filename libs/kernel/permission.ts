/** What a role can be allowed; which role is, stands in the database. */
export const permissions = [
  'SEND_URGENT',
  'RECORD',
  'SHARE_OUTSIDE',
  'CREATE_CHANNEL',
  'INVITE_MEMBERS',
  'SEE_ADMINISTRATION',
  'MANAGE_MEMBERS',
  'MANAGE_SETTINGS',
] as const;
export type Permission = (typeof permissions)[number];
