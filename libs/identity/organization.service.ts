import { Injectable } from '@nestjs/common';
import { DomainEvents, UnitOfWork } from '#database';
import { Clock, type Id, newId } from '#kernel';
import { AuditLog } from './audit-log.js';
import { addressTaken, alreadySetUp, handleTaken, notSetUp, wrongSetupCode } from './identity.errors.js';
import { MemberJoined } from './identity.events.js';
import { MemberRepository, type NewMember, takenPart } from './member.repository.js';
import { checkHandle, checkName, checkPassword, usualWeek } from './member-facts.js';
import { OrganizationRepository } from './organization.repository.js';
import { hashPassword } from './password.js';
import { hashSecret } from './secret.js';
import { SessionService } from './session.service.js';
import { SetupCodeService } from './setup-code.service.js';
import { SignInAttempts } from './sign-in-attempts.js';

export interface SetUp {
  setupCode: string;
  organizationName: string;
  ownerName: string;
  handle: string;
  email: string;
  password: string;
  timeZone: string;
}

export interface SignedIn {
  memberId: Id;
  token: string;
}

/** The one organisation of this hub: its beginning, and who comes into it. */
@Injectable()
export class OrganizationService {
  constructor(
    private readonly organizations: OrganizationRepository,
    private readonly members: MemberRepository,
    private readonly sessions: SessionService,
    private readonly setupCodes: SetupCodeService,
    private readonly attempts: SignInAttempts,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** @throws HubError setup.not_done */
  async require(): Promise<{ id: string; name: string; logoUrl: null }> {
    const organization = await this.organizations.find();
    if (!organization) throw notSetUp();
    return { id: `org_${organization.id}`, name: organization.name, logoUrl: null };
  }

  /** Once: of two who try at the same time, one sets up. @throws HubError setup.done, setup.wrong_code, member.* */
  async setUp(input: SetUp, ipAddress: string): Promise<SignedIn> {
    await this.attempts.count('setup', ipAddress);
    const member = await newMember({ ...input, name: checkName(input.ownerName, 'ownerName') }, 'OWNER');
    const name = checkName(input.organizationName, 'organizationName');
    const signedIn = await this.unitOfWork.run(async () => {
      await this.organizations.lock();
      if (await this.organizations.find()) throw alreadySetUp();
      if (!(await this.organizations.isSetupCode(hashSecret(input.setupCode.trim().toUpperCase()))))
        throw wrongSetupCode();
      await this.organizations.insert(newId(), name, this.clock.now());
      await this.organizations.useSetupCode();
      const admitted = await this.admit(member, []);
      await this.audit.record('organization.set_up', { memberId: member.id, ipAddress }, name);
      return admitted;
    });
    this.setupCodes.forget();
    return signedIn;
  }

  /** Makes a member and signs them in, inside the open transaction. @throws HubError member.handle_taken, member.email_taken */
  async admit(member: NewMember, channelIds: readonly Id[]): Promise<SignedIn> {
    try {
      await this.members.insert(member, this.clock.now());
    } catch (error) {
      const taken = takenPart(error);
      if (taken === 'handle') throw handleTaken();
      if (taken === 'email') throw addressTaken();
      throw error;
    }
    await this.events.tell(new MemberJoined(member.id, channelIds));
    return { memberId: member.id, token: await this.sessions.open(member.id) };
  }
}

/** The facts of somebody new, checked. @throws HubError member.bad_handle, member.bad_name, member.bad_password */
export async function newMember(
  facts: { name: string; handle: string; email: string; password: string; timeZone: string },
  role: NewMember['role'],
): Promise<NewMember> {
  return {
    id: newId(),
    handle: checkHandle(facts.handle),
    name: checkName(facts.name),
    email: facts.email,
    role,
    passwordHash: await hashPassword(checkPassword(facts.password)),
    timeZone: facts.timeZone,
    week: usualWeek,
  };
}
