import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import { Config } from '#config';
import { UnitOfWork } from '#database';
import { alreadySetUp, wrongSetupCode } from './identity.errors.js';
import { OrganizationRepository } from './organization.repository.js';
import { hashSecret, newSetupCode, typedSetupCode } from './secret.js';

/** The one-time code with which a new hub is set up: only who can read the server's files or its first lines has it. */
@Injectable()
export class SetupCodeService {
  private readonly logger = new Logger(SetupCodeService.name);

  constructor(
    private readonly organizations: OrganizationRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly config: Config,
  ) {}

  /**
   * The code of a hub that is not set up yet, in the file `setup-code` of the data directory; undefined afterwards.
   * Processes that start at once agree: they take turns, and each reads what the one before has written.
   */
  async ensure(): Promise<string | undefined> {
    return this.unitOfWork.run(async () => {
      await this.organizations.lock();
      if (await this.organizations.find()) {
        this.forget();
        return undefined;
      }
      const written = existsSync(this.file) ? readFileSync(this.file, 'utf8').trim() : '';
      if (written && (await this.organizations.isSetupCode(hashSecret(written)))) return written;
      const code = newSetupCode();
      await this.organizations.saveSetupCode(hashSecret(code));
      this.write(code);
      return code;
    });
  }

  /** @throws HubError setup.done, setup.wrong_code */
  async check(code: string): Promise<void> {
    if (await this.organizations.find()) throw alreadySetUp();
    if (!(await this.organizations.isSetupCode(hashSecret(typedSetupCode(code))))) throw wrongSetupCode();
  }

  /**
   * Uses the code up, inside the transaction that sets the hub up: who tries at the same time waits for its end.
   * @throws HubError setup.done, setup.wrong_code
   */
  async use(code: string): Promise<void> {
    await this.organizations.lock();
    await this.check(code);
    await this.organizations.useSetupCode();
    await this.unitOfWork.afterCommit(() => this.forget());
  }

  /** A file that is there already keeps the mode that it was made with, so it is made anew. */
  private write(code: string): void {
    mkdirSync(this.config.values.MEANTIME_DATA_DIR, { recursive: true });
    rmSync(this.file, { force: true });
    writeFileSync(this.file, `${code}\n`, { mode: 0o600, flag: 'wx' });
  }

  private forget(): void {
    try {
      rmSync(this.file, { force: true });
    } catch (error) {
      // The code in it opens nothing any more, and the next start tries again.
      this.logger.warn(`${this.file} stays: ${error instanceof Error ? error.message : error}`);
    }
  }

  private get file(): string {
    return join(this.config.values.MEANTIME_DATA_DIR, 'setup-code');
  }
}
