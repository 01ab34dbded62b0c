import { Injectable } from '@nestjs/common';
import { Sql, statement, UnitOfWork } from '#database';
import { type Actor, type Permission, permissions, type Role, roles } from '#kernel';
import { AuditLog } from './audit-log.js';
import { ownerLocked, ownRole } from './identity.errors.js';
import { requirePermission } from './permission.policy.js';
import { SessionService } from './session.service.js';

export interface RolePermissions {
  role: Role;
  permissions: readonly Permission[];
  /** What this role cannot lose. */
  locked: readonly Permission[];
}

const all = statement('role_permissions.all', 'select role, permissions from role_permissions');
const update = statement('role_permissions.update', 'update role_permissions set permissions = $2 where role = $1');

/** What each role may do, as owners and administrators have said. */
@Injectable()
export class RoleService {
  constructor(
    private readonly sql: Sql,
    private readonly sessions: SessionService,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** From the owner down. */
  async all(): Promise<RolePermissions[]> {
    const rows = await this.sql.rows<{ role: Role; permissions: Permission[] }>(all);
    const kept = new Map(rows.map((row) => [row.role, row.permissions]));
    return roles.map((role) => ({
      role,
      permissions: role === 'OWNER' ? permissions : permissions.filter((one) => kept.get(role)?.includes(one)),
      locked: role === 'OWNER' ? permissions : [],
    }));
  }

  /**
   * Holds in every process at once, for everybody who is signed in.
   * @throws HubError permission.missing, member.administrators_only, permission.owner_locked, permission.own_role
   */
  async update(actor: Actor, role: Role, wished: readonly Permission[]): Promise<RolePermissions[]> {
    requirePermission(actor, 'MANAGE_SETTINGS');
    if (role === 'OWNER') {
      if (wished.length < permissions.length) throw ownerLocked();
      return this.all();
    }
    // Nobody raises their own role, or one above it.
    if (roles.indexOf(role) <= roles.indexOf(actor.role)) throw ownRole();
    const next = permissions.filter((one) => wished.includes(one));
    await this.unitOfWork.run(async () => {
      await this.sql.rows(update, [role, next]);
      await this.audit.record('role.changed', actor, `${role}: ${next.join(', ') || 'nothing'}`);
      await this.sessions.rightsChanged();
    });
    return this.all();
  }
}
