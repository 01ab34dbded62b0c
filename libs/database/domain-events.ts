import { Injectable, Logger } from '@nestjs/common';
import { UnitOfWork } from './unit-of-work.js';

// biome-ignore lint/suspicious/noExplicitAny: a constructor of any event class
type EventClass<E> = abstract new (...args: any[]) => E;
type Listener<E> = (event: E) => void | Promise<void>;

/**
 * How a feature learns of what happened below it, by listeners in this process. What must be true together with the
 * fact itself belongs `onBeforeCommit`; what follows from it, `on`. A listener that does slow work, or work outside the
 * database that must not be missed, asks for a job before the commit (libs/jobs).
 */
@Injectable()
export class DomainEvents {
  private readonly logger = new Logger(DomainEvents.name);
  private readonly beforeCommit = new Map<unknown, Listener<never>[]>();
  private readonly afterCommit = new Map<unknown, Listener<never>[]>();

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Hears of the fact inside the transaction that makes it, at `tell`. Throwing refuses the fact: all is rolled back. */
  onBeforeCommit<E extends object>(event: EventClass<E>, listener: Listener<E>): void {
    this.beforeCommit.set(event, [...(this.beforeCommit.get(event) ?? []), listener]);
  }

  /** Hears of the fact once it is committed. What it throws is logged and undoes nothing. */
  on<E extends object>(event: EventClass<E>, listener: Listener<E>): void {
    this.afterCommit.set(event, [...(this.afterCommit.get(event) ?? []), listener]);
  }

  /**
   * Tells the listeners: those before the commit now, the others once the open transaction is committed; at once where
   * none is open.
   * @throws what a listener before the commit throws
   */
  async tell(event: object): Promise<void> {
    const before = this.beforeCommit.get(event.constructor);
    if (before) {
      await this.unitOfWork.run(async () => {
        for (const listener of before) await listener(event as never);
      });
    }
    await this.unitOfWork.afterCommit(() => this.tellCommitted(event));
  }

  private async tellCommitted(event: object): Promise<void> {
    for (const listener of this.afterCommit.get(event.constructor) ?? []) {
      try {
        await listener(event as never);
      } catch (error) {
        this.logger.error(`A listener of ${event.constructor.name} failed`, error);
      }
    }
  }
}
