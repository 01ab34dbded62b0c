import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { type Actor, newId } from '#kernel';
import { Admission, newMember, type SignedIn } from './admission.service.js';
import { AuditLog } from './audit-log.js';
import { notSetUp } from './identity.errors.js';
import { checkName } from './member-facts.js';
import { OrganizationRepository } from './organization.repository.js';
import { requirePermission } from './permission.policy.js';
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

/** The one organisation of this hub, and its beginning. */
@Injectable()
export class OrganizationService {
  constructor(
    private readonly organizations: OrganizationRepository,
    private readonly setupCodes: SetupCodeService,
    private readonly admission: Admission,
    private readonly attempts: SignInAttempts,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws HubError setup.not_done */
  async require(): Promise<{ id: string; name: string; logoUrl: null }> {
    const organization = await this.organizations.find();
    if (!organization) throw notSetUp();
    return { id: `org_${organization.id}`, name: organization.name, logoUrl: null };
  }

  /** @throws HubError permission.missing, member.administrators_only, member.bad_name */
  async rename(actor: Actor, name: string | undefined): Promise<object> {
    requirePermission(actor, 'MANAGE_SETTINGS');
    if (name !== undefined) {
      const checked = checkName(name);
      await this.unitOfWork.run(async () => {
        await this.organizations.rename(checked);
        await this.audit.record('organization.renamed', actor, checked);
      });
    }
    return this.require();
  }

  /**
   * Once: of two who try at the same time, one sets up.
   * @throws HubError setup.done, setup.wrong_code, session.too_many_attempts, member.bad_*
   */
  async setUp(input: SetUp, ipAddress: string): Promise<SignedIn> {
    await this.attempts.count('setup', ipAddress);
    // Looked at before the password is hashed, which is dear; used up inside the transaction.
    await this.setupCodes.check(input.setupCode);
    const name = checkName(input.organizationName, 'organizationName');
    const owner = await newMember({ ...input, name: input.ownerName }, 'OWNER', 'ownerName');
    const signedIn = await this.unitOfWork.run(async () => {
      await this.setupCodes.use(input.setupCode);
      await this.organizations.insert(newId(), name);
      const admitted = await this.admission.admit(owner, []);
      await this.audit.record('organization.set_up', { memberId: owner.id, ipAddress }, name);
      return admitted;
    });
    await this.attempts.succeeded('setup', ipAddress);
    return signedIn;
  }
}
