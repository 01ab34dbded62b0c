import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Permission, Role } from '#kernel';

/** What each role may do; four rows, as shipped until an owner changes them. */
@Entity('role_permissions')
export class RolePermissionsEntity {
  @PrimaryColumn('text') role: Role;
  @Column('text', { array: true }) permissions: Permission[];
}
