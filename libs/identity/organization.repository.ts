import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import { Clock, type Id, newId } from '#kernel';

const find = statement('organizations.find', 'select id, name from organizations');
const insert = statement(
  'organizations.insert',
  'insert into organizations (id, name, created_at) values ($1, $2, $3)',
);
const rename = statement('organizations.rename', 'update organizations set name = $1 returning name');
/** Any number that nothing else locks: whoever sets up or looks for the code does so alone. */
const lock = statement('organizations.lock', 'select pg_advisory_xact_lock(7340218)');
const isSetupCode = statement('setup_codes.is', 'select 1 as one from setup_codes where code_hash = $1');
const saveSetupCode = statement(
  'setup_codes.save',
  `insert into setup_codes (id, code_hash, created_at) values ($1, $2, $3)
   on conflict (is_only) do update set code_hash = excluded.code_hash, created_at = excluded.created_at`,
);
const useSetupCode = statement('setup_codes.use', 'delete from setup_codes');

@Injectable()
export class OrganizationRepository {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  find(): Promise<{ id: Id; name: string } | undefined> {
    return this.sql.row(find);
  }

  async insert(id: Id, name: string): Promise<void> {
    await this.sql.rows(insert, [id, name, this.clock.now()]);
  }

  async rename(name: string): Promise<void> {
    await this.sql.rows(rename, [name]);
  }

  /** Until the end of the open transaction. */
  async lock(): Promise<void> {
    await this.sql.rows(lock);
  }

  async isSetupCode(hash: Buffer): Promise<boolean> {
    return (await this.sql.row(isSetupCode, [hash])) !== undefined;
  }

  async saveSetupCode(hash: Buffer): Promise<void> {
    await this.sql.rows(saveSetupCode, [newId(), hash, this.clock.now()]);
  }

  async useSetupCode(): Promise<void> {
    await this.sql.rows(useSetupCode);
  }
}
