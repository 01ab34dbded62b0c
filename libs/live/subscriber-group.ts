import type { Actor, Id } from '#kernel';
import type { OpenSource } from './live-source.js';

/** One subscription of one socket. */
export interface Subscriber {
  actor: Actor;
  /** Sends what goes behind `"payload":` to this subscriber; false where it reads too slowly. */
  send(payload: string): boolean;
  /** Ends the subscriber's connection: it comes back and catches up. */
  drop(): void;
  /** Ends this subscription: its member may not hear of it any more. */
  end(): void;
}

/** Turns the value of a subscription's field into the text of the answer, once for the whole group. */
export type Render = (value: object, viewer: Actor) => Promise<string>;

/** Events that wait while one is being rendered; beyond, the subscribers are better off reading anew. */
const MOST_WAITING = 1_000;
/** Events that are read side by side. */
const READ_TOGETHER = 50;
/** A right is asked for again after this long even where nobody said that it changed. */
const RIGHTS_HOLD_MS = 5_000;

/**
 * Subscribers who asked for the same thing with the same document and rights: an event is read and rendered once for
 * all of them, and the same bytes go to every socket. Rights are part of each event: who has lost them is ended first.
 */
export class SubscriberGroup {
  private readonly subscribers = new Set<Subscriber>();
  private waiting: object[] = [];
  private isWorking = false;
  private rightsCheckedAtMs = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly source: OpenSource,
    private readonly render: Render,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  get size(): number {
    return this.subscribers.size;
  }

  add(subscriber: Subscriber): void {
    this.subscribers.add(subscriber);
  }

  remove(subscriber: Subscriber): void {
    this.subscribers.delete(subscriber);
  }

  /** Somebody's access changed somewhere: rights are asked for again before the next event goes out. */
  doubtRights(): void {
    this.rightsCheckedAtMs = Number.NEGATIVE_INFINITY;
  }

  hear(event: object): void {
    if (this.waiting.length >= MOST_WAITING) {
      this.waiting = [];
      for (const subscriber of this.subscribers) subscriber.drop();
      return;
    }
    this.waiting.push(event);
    if (!this.isWorking) void this.work();
  }

  /** What may have been missed cannot be told: every subscriber comes back and catches up. */
  dropAll(): void {
    for (const subscriber of [...this.subscribers]) subscriber.drop();
  }

  private async work(): Promise<void> {
    this.isWorking = true;
    while (this.waiting.length > 0) {
      // What came while the last ones were read is read together: a busy thread costs round trips, not a queue of them.
      const events = this.waiting.splice(0, READ_TOGETHER);
      try {
        await this.tell(events);
      } catch (error) {
        this.onFailure(error);
      }
    }
    this.isWorking = false;
  }

  private async tell(events: readonly object[]): Promise<void> {
    await this.checkRights();
    const [first] = this.subscribers;
    if (!first) return;
    const texts = await Promise.all(events.map((event) => this.textOf(event, first.actor)));
    for (const text of texts) {
      if (text === undefined) continue;
      for (const subscriber of this.subscribers) if (!subscriber.send(text)) subscriber.drop();
    }
  }

  /** Undefined where there is nothing to tell, or where it failed: the others of its time are told all the same. */
  private async textOf(event: object, viewer: Actor): Promise<string | undefined> {
    try {
      const value = await this.source.value(event, viewer);
      return value && (await this.render(value, viewer));
    } catch (error) {
      this.onFailure(error);
      return undefined;
    }
  }

  private async checkRights(): Promise<void> {
    if (performance.now() - this.rightsCheckedAtMs < RIGHTS_HOLD_MS) return;
    this.rightsCheckedAtMs = performance.now();
    const allowed: ReadonlySet<Id> = await this.source.allowed([...this.subscribers].map(({ actor }) => actor));
    for (const subscriber of [...this.subscribers]) {
      if (allowed.has(subscriber.actor.memberId)) continue;
      this.subscribers.delete(subscriber);
      subscriber.end();
    }
  }
}
