import { Module } from '@nestjs/common';
import { AbsenceRepository } from './absence.repository.js';
import { AbsenceService } from './absence.service.js';
import { AccessTokenRepository } from './access-token.repository.js';
import { AccessTokenService } from './access-token.service.js';
import { Admission } from './admission.service.js';
import { AuditLog } from './audit-log.js';
import { CalendarService } from './calendar.service.js';
import { DaysOffRepository } from './days-off/days-off.repository.js';
import { DaysOffService } from './days-off/days-off.service.js';
import { GroupRepository } from './groups/group.repository.js';
import { GroupService } from './groups/group.service.js';
import { InvitationRepository } from './invitation.repository.js';
import { InvitationService } from './invitation.service.js';
import { InvitationAcceptance } from './invitation-acceptance.service.js';
import { InvitationMail } from './invitation-mail.js';
import { MemberRepository } from './member.repository.js';
import { MemberService } from './member.service.js';
import { MemberDirectory } from './member-directory.js';
import { MembershipChanges } from './membership-changes.service.js';
import { OrganizationRepository } from './organization.repository.js';
import { OrganizationService } from './organization.service.js';
import { OwnAccountRepository } from './own-account.repository.js';
import { OwnAccountService } from './own-account.service.js';
import { PreferencesService } from './preferences.service.js';
import { RoleService } from './role.service.js';
import { SessionRepository } from './session.repository.js';
import { SessionService } from './session.service.js';
import { SetupCodeService } from './setup-code.service.js';
import { SignInService } from './sign-in.service.js';
import { SignInAttempts } from './sign-in-attempts.js';

const provided = [
  AbsenceService,
  AccessTokenService,
  AuditLog,
  CalendarService,
  DaysOffService,
  GroupService,
  InvitationAcceptance,
  InvitationService,
  MemberDirectory,
  MemberRepository,
  MemberService,
  MembershipChanges,
  OrganizationService,
  OwnAccountService,
  PreferencesService,
  RoleService,
  SessionService,
  SetupCodeService,
  SignInService,
];

@Module({
  providers: [
    ...provided,
    AbsenceRepository,
    Admission,
    AccessTokenRepository,
    DaysOffRepository,
    GroupRepository,
    InvitationMail,
    InvitationRepository,
    OrganizationRepository,
    OwnAccountRepository,
    SessionRepository,
    SignInAttempts,
  ],
  exports: provided,
})
export class IdentityModule {}
