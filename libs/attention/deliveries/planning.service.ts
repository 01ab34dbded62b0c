import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents, UnitOfWork } from '#database';
import { CalendarChanged } from '#identity';
import { Clock, type Id, newId } from '#kernel';
import { Mailer } from '#mail';
import { WebhooksService } from '../webhooks/webhooks.service.js';
import { candidatesOfAct, candidatesOfEdit, isLookedAtAgain, reminderOf } from './acts.js';
import { DecidingService } from './deciding.service.js';
import type { DeliveryRoute } from './decision.js';
import { DeliveryRepository, type PlannedDelivery } from './delivery.repository.js';
import { type Candidate, HappeningRepository } from './happening.repository.js';
import { PushSender } from './push-sender.port.js';

const AT_ONCE = 200;

/** Plans whom what happened reaches, when and how. Run every second by the worker; each happening is planned once. */
@Injectable()
export class DeliveryPlanning implements OnModuleInit {
  constructor(
    private readonly happenings: HappeningRepository,
    private readonly deciding: DecidingService,
    private readonly deliveries: DeliveryRepository,
    private readonly mailer: Mailer,
    private readonly push: PushSender,
    private readonly webhooks: WebhooksService,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.onBeforeCommit(CalendarChanged, ({ memberId }) =>
      this.deliveries.lookAgainAtMember(memberId, this.clock.now()),
    );
  }

  /** Everything that has happened so far, some at a time. @returns how much that was */
  async planNew(): Promise<number> {
    let planned = 0;
    for (;;) {
      const some = await this.unitOfWork.run(() => this.planSome());
      planned += some;
      if (some < AT_ONCE) return planned;
    }
  }

  private async planSome(): Promise<number> {
    const happened = await this.happenings.take(AT_ONCE);
    if (happened.length === 0) return 0;
    const acts = await this.happenings.acts(happened.filter(({ kind }) => kind === 'RESPONSES'));
    const candidates = [
      ...(await this.happenings.ofPosts(happened.filter(({ kind }) => kind === 'POST'))),
      ...(await this.happenings.ofConclusions(happened.filter(({ kind }) => kind === 'CONCLUSION'))),
      ...happened.filter(({ kind }) => kind === 'MENTIONS').flatMap(candidatesOfEdit),
      ...acts.flatMap(candidatesOfAct),
    ];
    await this.deliveries.lookAgainAtResponses(
      acts.filter(isLookedAtAgain).map(({ id }) => id),
      this.clock.now(),
    );
    await this.plan([...candidates, ...candidates.filter(({ kind }) => kind === 'ASKED').map(reminderOf)]);
    return happened.length;
  }

  /** Nothing is planned that nobody can carry. */
  private async plan(candidates: readonly Candidate[]): Promise<void> {
    const decisions = await this.deciding.decide(candidates, this.clock.nowMs());
    const chosen = (route: DeliveryRoute): Id[] =>
      candidates.filter((_, n) => decisions[n]?.routes.includes(route)).map(({ memberId }) => memberId);
    const [pushed, told] = [chosen('PUSH'), chosen('WEBHOOK')];
    const carries: Partial<Record<DeliveryRoute, (memberId: Id) => boolean>> = {
      EMAIL: () => this.mailer.isConfigured,
    };
    const withDevice = pushed.length > 0 ? await this.push.reachable(pushed) : new Set<Id>();
    carries.PUSH = (memberId) => withDevice.has(memberId);
    const withTool = told.length > 0 ? await this.webhooks.holders(told) : new Set<Id>();
    carries.WEBHOOK = (memberId) => withTool.has(memberId);
    const planned = candidates.flatMap((candidate, n): PlannedDelivery[] => {
      const decision = decisions[n];
      if (!decision) return [];
      const { rule, atMs, arrived } = decision;
      const routes = new Set<DeliveryRoute>([...(arrived ? (['IN_APP'] as const) : []), ...decision.routes]);
      const carried = [...routes].filter((route) => carries[route]?.(candidate.memberId) ?? true);
      return carried.map((route) => {
        const plan = { ...candidate, id: newId(), route };
        if (route === 'IN_APP' && arrived) return { ...plan, rule: arrived.rule, plannedAt: arrived.at };
        return { ...plan, rule, plannedAt: route === 'DIGEST' || atMs === null ? null : new Date(atMs).toISOString() };
      });
    });
    await this.deliveries.insert(planned);
  }
}
