import { checkTopic, unseal } from './envelope.js';

type Listener = (message: object) => void;

/** Who listens to what in this process; each adapter hands in whatever its one channel brings. */
export class TopicListeners {
  private readonly byTopic = new Map<string, Set<Listener>>();
  private readonly onReconnect = new Set<() => void>();
  private readonly onError = new Set<(error: unknown) => void>();

  /** Each call counts by itself, even with a listener that is there already. @returns stops the listener */
  add(topic: string, listener: Listener): () => void {
    checkTopic(topic);
    const own: Listener = (message) => listener(message);
    const listeners = this.byTopic.get(topic) ?? new Set();
    this.byTopic.set(topic, listeners.add(own));
    return () => {
      listeners.delete(own);
      if (listeners.size === 0 && this.byTopic.get(topic) === listeners) this.byTopic.delete(topic);
    };
  }

  addReconnect(listener: () => void): () => void {
    const own = () => listener();
    this.onReconnect.add(own);
    return () => this.onReconnect.delete(own);
  }

  addError(listener: (error: unknown) => void): () => void {
    const own = (error: unknown) => listener(error);
    this.onError.add(own);
    return () => this.onError.delete(own);
  }

  deliver(envelope: string): void {
    try {
      const { topic, message } = unseal(envelope);
      for (const listener of [...(this.byTopic.get(topic) ?? [])]) this.guarded(() => listener(message));
    } catch (error) {
      this.failed(error);
    }
  }

  reconnected(): void {
    for (const listener of [...this.onReconnect]) this.guarded(listener);
  }

  failed(error: unknown): void {
    for (const listener of [...this.onError]) listener(error);
  }

  clear(): void {
    this.byTopic.clear();
    this.onReconnect.clear();
    this.onError.clear();
  }

  private guarded(call: () => void): void {
    try {
      call();
    } catch (error) {
      this.failed(error);
    }
  }
}
