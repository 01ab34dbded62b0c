export { AbsenceService } from './absence.service.js';
export { AuditEventEntity } from './audit-event.entity.js';
export { type AuditFilter, AuditLog, type AuditRow } from './audit-log.js';
export { CalendarService } from './calendar.service.js';
export { AccessTokenEntity, InvitationEntity, SessionEntity } from './credential.entity.js';
export { type CalendarColumns, calendarColumns, calendarOf } from './days-off/calendar-row.js';
export { FocusBlockEntity, OrganizationDayEntity } from './days-off/days-off.entity.js';
export { recomputeCalendars } from './days-off/days-off.jobs.js';
export { DaysOffService } from './days-off/days-off.service.js';
export { publicHolidays } from './days-off/public-holidays.js';
export { RecomputeCalendarsHandler } from './days-off/recompute-calendars.handler.js';
export { GroupEntity, GroupMemberEntity } from './groups/group.entity.js';
export { GroupService } from './groups/group.service.js';
export { IdentityApiModule } from './identity.api.module.js';
export { administratorsOnly, badCsv, noSuchMember, permissionMissing } from './identity.errors.js';
export { CalendarChanged, ChannelsPromised, MemberDeactivated, MemberJoined } from './identity.events.js';
export { IdentityModule } from './identity.module.js';
export { IdentityWorkerModule } from './identity.worker.module.js';
export {
  InvitationConnection,
  InvitationType,
  OrganizationPayload,
  RolePermissionsType,
} from './identity-administration.type.js';
export { InvitationService, type InvitationView, type InvitationWish } from './invitation.service.js';
export { AbsenceEntity, MemberEntity } from './member.entity.js';
export { MemberRepository } from './member.repository.js';
export { MemberService } from './member.service.js';
export {
  MemberConnection,
  MemberPayload,
  MemberType,
  OrganizationType,
  RoleEnum,
  TimeSpanType,
  ViewerType,
  WeekdayEnum,
} from './member.type.js';
export { MemberDirectory, type MemberEntry } from './member-directory.js';
export { OrganizationEntity, SetupCodeEntity } from './organization.entity.js';
export { OrganizationService } from './organization.service.js';
export { PermissionEnum } from './own-account.type.js';
export { may, maySeeAddress, requireAdministrator, requirePermission, requireScope } from './permission.policy.js';
export { type Permission, permissions, permissionsOf, shippedPermissions } from './permissions.js';
export { PreferencesEntity } from './preferences.entity.js';
export { PreferencesService } from './preferences.service.js';
export { actorOfRequest, type CredentialRequest, SESSION_COOKIE } from './request-credential.js';
export { type RolePermissions, RoleService } from './role.service.js';
export { RolePermissionsEntity } from './role-permissions.entity.js';
export { SessionService } from './session.service.js';
export { SetupCodeService } from './setup-code.service.js';
export type { ViewerParent } from './viewer.resolver.js';
export { type TimeSpan, workingTimes } from './working-times.js';
