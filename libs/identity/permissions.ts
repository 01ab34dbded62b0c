import type { Role } from '#kernel';

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

/** As shipped: what each role may do. */
export const shippedPermissions: Readonly<Record<Role, readonly Permission[]>> = {
  OWNER: permissions,
  ADMIN: permissions,
  MEMBER: ['SEND_URGENT', 'RECORD', 'CREATE_CHANNEL'],
  GUEST: ['RECORD'],
};

/** What a role may do. */
export const permissionsOf = (role: Role): readonly Permission[] => shippedPermissions[role];
