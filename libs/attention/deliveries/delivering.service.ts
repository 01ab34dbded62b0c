import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { ResponseService } from '#expectations';
import { Jobs } from '#jobs';
import { Clock, groupBy } from '#kernel';
import { LiveChanges } from '#threads';
import { isOwnReminder } from './acts.js';
import { type Decided, DecidingService } from './deciding.service.js';
import { mailDeliveries, pushDeliveries, tellWebhooks } from './deliveries.jobs.js';
import { DeliveryRepository, type DeliveryRow, type Outcome } from './delivery.repository.js';

const AT_ONCE = 300;
/** Long enough to ask why something came; a year of it would be larger than the posts. */
const KEPT_MS = 90 * 86_400_000;
const FORGOTTEN_AT_ONCE = 5_000;

/**
 * Delivers what is due. Each decision is made once more then: what was answered or read meanwhile is dropped, and what
 * would fall outside working time by now waits again. Run every second by the worker; two at once deliver once.
 */
@Injectable()
export class Delivering {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly deciding: DecidingService,
    private readonly responses: ResponseService,
    private readonly live: LiveChanges,
    private readonly jobs: Jobs,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @returns how many deliveries were looked at */
  async deliverDue(): Promise<number> {
    let looked = 0;
    for (;;) {
      const some = await this.unitOfWork.run(() => this.deliverSome());
      looked += some;
      if (some < AT_ONCE) return looked;
    }
  }

  /** Lets go what was delivered or dropped long ago. Run every hour by the worker. @returns how many went */
  forgetOld(): Promise<number> {
    return this.deliveries.forget(new Date(this.clock.nowMs() - KEPT_MS), FORGOTTEN_AT_ONCE);
  }

  private async deliverSome(): Promise<number> {
    const now = this.clock.now();
    const due = await this.deliveries.takeDue(now, AT_ONCE);
    if (due.length === 0) return 0;
    const decisions = await this.deciding.decide(due, now.getTime());
    const outcomes = due.map((row, n) => outcomeOf(row, decisions[n], now));
    await this.deliveries.settle(outcomes);
    const reached = due.filter((_, n) => outcomes[n]!.delivered_at);
    const reminded = reached.filter((row) => row.kind === 'REMINDER' && isOwnReminder(row));
    await this.responses.record(
      reminded.map((row) => row.responseId!),
      null,
      'REMINDED',
      now,
    );
    await this.live.inboxes(reached.map((row) => row.memberId));
    const handed = due.filter((_, n) => outcomes[n]!.handed_at);
    await this.carry(handed);
    return due.length;
  }

  /** One mail, one push and one round of webhooks for all that reaches a member at once. */
  private async carry(handed: readonly DeliveryRow[]): Promise<void> {
    for (const [route, job] of [
      ['EMAIL', mailDeliveries],
      ['PUSH', pushDeliveries],
      ['WEBHOOK', tellWebhooks],
    ] as const) {
      const byMember = groupBy(
        handed.filter((row) => row.route === route),
        (row) => row.memberId,
      );
      const payloads = [...byMember.values()].map((rows) => ({ deliveryIds: rows.map(({ id }) => id) }));
      if (payloads.length > 0) await this.jobs.ask(job, ...payloads);
    }
  }
}

/** What becomes of a delivery whose planned time has come. */
function outcomeOf({ id, route }: DeliveryRow, decision: Decided | undefined, now: Date): Outcome {
  const at = now.toISOString();
  if (!decision) return { id, rule: 'NO_ACCESS', dropped_at: at };
  const { rule, atMs, routes, arrived } = decision;
  if (route === 'IN_APP' && arrived) return { id, rule: arrived.rule, delivered_at: arrived.at };
  if (atMs === null) return { id, rule, dropped_at: at };
  if (atMs > now.getTime()) return { id, rule, planned_at: new Date(atMs).toISOString() };
  // The route was chosen when it was planned, and is no more; or they have read it meanwhile and need no knock.
  if (!routes.includes(route)) return { id, rule: 'NOT_CHOSEN', dropped_at: at };
  return route === 'IN_APP' ? { id, rule, delivered_at: at } : { id, rule, handed_at: at };
}
