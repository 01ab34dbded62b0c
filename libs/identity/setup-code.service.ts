import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '#config';
import { UnitOfWork } from '#database';
import { Clock, newId } from '#kernel';
import { OrganizationRepository } from './organization.repository.js';
import { hashSecret, newSetupCode } from './secret.js';

/** The one-time code with which a new hub is set up: only who can read the server's files or its first lines has it. */
@Injectable()
export class SetupCodeService {
  constructor(
    private readonly organizations: OrganizationRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly config: Config,
    private readonly clock: Clock,
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
      await this.organizations.saveSetupCode(newId(), hashSecret(code), this.clock.now());
      mkdirSync(this.config.values.MEANTIME_DATA_DIR, { recursive: true });
      writeFileSync(this.file, `${code}\n`, { mode: 0o600 });
      return code;
    });
  }

  /** Takes the file away once the code was used. */
  forget(): void {
    rmSync(this.file, { force: true });
  }

  private get file(): string {
    return join(this.config.values.MEANTIME_DATA_DIR, 'setup-code');
  }
}
