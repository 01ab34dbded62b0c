import type { Client, ExecutionResult, SubscribePayload } from 'graphql-ws';

type Listener = () => void;
type Sink = Parameters<Client['subscribe']>[1] & { next: (result: ExecutionResult) => void };
const listeners = new Set<Listener>();

/** Called when a lost connection is there again: what changed meanwhile has to be fetched. */
export function onComeBack(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const cameBack = () => {
  for (const listener of listeners) listener();
};

let socket: Promise<Client> | undefined;

/** Subscribes over the one socket. It is loaded with the first subscription: nothing on a first page waits for it. */
export function subscribe(payload: SubscribePayload, sink: Sink): () => void {
  let end: (() => void) | undefined;
  let isOver = false;
  socket ??= import('./socket').then(({ openSocket }) => openSocket(cameBack));
  socket.then(
    (client) => {
      if (!isOver) end = client.subscribe(payload, sink);
    },
    (error) => {
      socket = undefined;
      sink.error(error);
    },
  );
  return () => {
    isOver = true;
    end?.();
  };
}
