import type { Client, ExecutionResult, SubscribePayload } from 'graphql-ws';

type Listener = () => void;
type Sink = Parameters<Client['subscribe']>[1] & { next: (result: ExecutionResult) => void };
const listeners = new Set<Listener>();

/** Called when a lost connection is there again: what changed meanwhile has to be fetched. */
export function onComeBack(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function cameBack(): void {
  for (const listener of listeners) listener();
}

/** Subscribes over the one socket. It is loaded with the first subscription: nothing on a first page waits for it. */
export function subscribe(payload: SubscribePayload, sink: Sink): () => void {
  let end: (() => void) | undefined;
  let isOver = false;
  void import('./socket').then(({ socket }) => {
    if (!isOver) end = socket.subscribe(payload, sink);
  }, sink.error);
  return () => {
    isOver = true;
    end?.();
  };
}
