import { Injectable } from '@nestjs/common';
import { Sql, statement } from '#database';
import { Clock, type Id, newId } from '#kernel';
import type { Agreement, AgreementTerms } from './agreement.js';
import { type AgreementRow, agreementColumns, agreementInForce, agreementOf } from './agreement-row.js';

const ofChannel = statement(
  'agreements.of_channel',
  `select ${agreementColumns} from channels c ${agreementInForce} where c.id = $1`,
);
const ofOrganization = statement(
  'agreements.of_organization',
  `select ${agreementColumns} from agreements a where a.channel_id is null order by a.version desc limit 1`,
);
const versions = statement(
  'agreements.versions_of_organization',
  `select ${agreementColumns}, a.created_by_id, a.created_at from agreements a where a.channel_id is null
   order by a.version desc limit 200`,
);
const holdOrganization = statement('agreements.hold_organization', 'select id from organizations for no key update');
const insert = statement(
  'agreements.insert',
  `insert into agreements (id, channel_id, version, text, default_kind, urgent_allowed, urgent_window_minutes,
     urgent_budget_per_week, max_recipients, created_by_id, created_at)
   select $1, $2, coalesce(max(a.version), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10
   from agreements a where a.channel_id is not distinct from $2::uuid returning version`,
);

@Injectable()
export class AgreementRepository {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** The one in force in a channel. */
  async ofChannel(channelId: Id): Promise<Agreement> {
    return agreementOf(await this.sql.row<AgreementRow>(ofChannel, [channelId]));
  }

  async ofOrganization(): Promise<Agreement> {
    return agreementOf(await this.sql.row<AgreementRow>(ofOrganization));
  }

  /** Newest first. */
  async versionsOfOrganization(): Promise<{ agreement: Agreement; createdById: Id; createdAt: string }[]> {
    const rows = await this.sql.rows<AgreementRow & { created_by_id: Id; created_at: string }>(versions);
    return rows.map((row) => ({
      agreement: agreementOf(row),
      createdById: row.created_by_id,
      createdAt: row.created_at,
    }));
  }

  /** Within a transaction: other changes of the organisation's agreement wait for its end. */
  async holdOrganization(): Promise<void> {
    await this.sql.rows(holdOrganization);
  }

  /** The next version of a channel, or of the organisation (null); the caller holds it. @returns its number */
  async insert(channelId: Id | null, terms: AgreementTerms, createdById: Id): Promise<number> {
    const { text, defaultKind, urgentAllowed, urgentWindowMinutes, urgentBudgetPerWeek, maxRecipients } = terms;
    const said = [text, defaultKind, urgentAllowed, urgentWindowMinutes, urgentBudgetPerWeek, maxRecipients];
    const values = [newId(), channelId, ...said, createdById, this.clock.now()];
    return (await this.sql.row<{ version: number }>(insert, values))!.version;
  }
}
