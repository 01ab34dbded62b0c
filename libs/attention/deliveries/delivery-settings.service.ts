import { Injectable } from '@nestjs/common';
import { Sql, statement, UnitOfWork } from '#database';
import { type Actor, Clock, type Id } from '#kernel';
import type { DeliveryKind } from './decision.js';
import { DeliveryRepository } from './delivery.repository.js';
import { type ChosenDelivery, checkDeliverySettings, shippedDeliverySettings } from './delivery-settings.js';

const of = statement(
  'delivery_settings.of',
  'select batch_hours, email_for, push_for, webhook_for from delivery_settings where member_id = $1',
);
const save = statement(
  'delivery_settings.save',
  `insert into delivery_settings (member_id, batch_hours, email_for, push_for, webhook_for) values ($1, $2, $3, $4, $5)
   on conflict (member_id) do update set batch_hours = excluded.batch_hours, email_for = excluded.email_for, push_for = excluded.push_for,
     webhook_for = excluded.webhook_for`,
);

interface SettingsRow {
  batch_hours: number | null;
  email_for: DeliveryKind[];
  push_for: DeliveryKind[];
  webhook_for: DeliveryKind[];
}

/** How members want to be reached. */
@Injectable()
export class DeliverySettingsService {
  constructor(
    private readonly sql: Sql,
    private readonly deliveries: DeliveryRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async of(memberId: Id): Promise<ChosenDelivery> {
    const row = await this.sql.row<SettingsRow>(of, [memberId]);
    return row
      ? { batchHours: row.batch_hours, emailFor: row.email_for, pushFor: row.push_for, webhookFor: row.webhook_for }
      : shippedDeliverySettings;
  }

  /** What waits is decided anew by the new wishes. @throws HubError delivery.bad_batch, delivery.kind_twice */
  async update({ memberId }: Pick<Actor, 'memberId'>, changes: Partial<ChosenDelivery>): Promise<ChosenDelivery> {
    return this.unitOfWork.run(async () => {
      const next = checkDeliverySettings({ ...(await this.of(memberId)), ...changes });
      await this.sql.rows(save, [memberId, next.batchHours, next.emailFor, next.pushFor, next.webhookFor]);
      await this.deliveries.lookAgainAtMember(memberId, this.clock.now());
      return next;
    });
  }

  /** By the address in a mail: nothing but the digest comes by mail. */
  async endMail(memberId: Id): Promise<void> {
    await this.update({ memberId }, { emailFor: [] });
  }
}
