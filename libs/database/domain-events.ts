import { Injectable, Logger } from '@nestjs/common';
import { UnitOfWork } from './unit-of-work.js';

// biome-ignore lint/suspicious/noExplicitAny: a constructor of any event class
type EventClass<E> = abstract new (...args: any[]) => E;
type Listener<E> = (event: E) => void | Promise<void>;

/**
 * How a feature learns of what happened below it: facts are told after the commit, to listeners in this process. A
 * listener that must not be missed asks for a job in the transaction instead (libs/jobs).
 */
@Injectable()
export class DomainEvents {
  private readonly logger = new Logger(DomainEvents.name);
  private readonly listeners = new Map<unknown, Listener<never>[]>();

  constructor(private readonly unitOfWork: UnitOfWork) {}

  on<E extends object>(event: EventClass<E>, listener: Listener<E>): void {
    this.listeners.set(event, [...(this.listeners.get(event) ?? []), listener]);
  }

  /** Tells the listeners once the open transaction is committed; at once where none is open. */
  async tell(event: object): Promise<void> {
    await this.unitOfWork.afterCommit(async () => {
      for (const listener of this.listeners.get(event.constructor) ?? []) {
        try {
          await listener(event as never);
        } catch (error) {
          this.logger.error(`A listener of ${event.constructor.name} failed`, error);
        }
      }
    });
  }
}
