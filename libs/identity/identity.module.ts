import { Module } from '@nestjs/common';
import { AbsenceRepository } from './absence.repository.js';
import { AbsenceService } from './absence.service.js';
import { CalendarService } from './calendar.service.js';
import { MemberRepository } from './member.repository.js';
import { MemberService } from './member.service.js';
import { MemberDirectory } from './member-directory.js';
import { SessionRepository } from './session.repository.js';
import { SessionService } from './session.service.js';
import { SignInAttempts } from './sign-in-attempts.js';

const provided = [AbsenceService, CalendarService, MemberDirectory, MemberRepository, MemberService, SessionService];

@Module({
  providers: [...provided, AbsenceRepository, SessionRepository, SignInAttempts],
  exports: provided,
})
export class IdentityModule {}
