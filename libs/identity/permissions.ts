import { type Permission, permissions, type Role } from '#kernel';

export { type Permission, permissions } from '#kernel';

/** As shipped: what each role may do. The migration writes the same into the table. */
export const shippedPermissions: Readonly<Record<Role, readonly Permission[]>> = {
  OWNER: permissions,
  ADMIN: permissions.filter((permission) => permission !== 'MANAGE_SETTINGS'),
  MEMBER: ['SEND_URGENT', 'RECORD', 'CREATE_CHANNEL'],
  GUEST: ['RECORD'],
};

/** What a role may do, as shipped. */
export const permissionsOf = (role: Role): readonly Permission[] => shippedPermissions[role];
