import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { Actor } from '#kernel';
import { unauthenticated } from './graph.errors.js';

/** What every resolver of one operation shares. */
export class HubContext {
  private readonly loaders = new Map<string, DataLoader<never, unknown>>();

  constructor(
    public actor: Actor | undefined,
    /** Names this request in logs and in answers to unknown errors. */
    readonly requestId: string,
    readonly ipAddress: string,
    /** Sets or clears the session cookie of a browser; does nothing over a socket. */
    readonly setSessionCookie: (token: string | undefined) => void = () => undefined,
    /** What the client calls itself. */
    readonly userAgent: string | undefined = undefined,
  ) {}

  /** @throws HubError session.required */
  get signedIn(): Actor {
    if (!this.actor) throw unauthenticated();
    return this.actor;
  }

  /** @throws HubError session.required */
  requireSignedIn(): void {
    if (!this.actor) throw unauthenticated();
  }

  /**
   * The batching loader of this operation under a name; made at its first use. Keys asked for in one turn of the event
   * loop go into one statement.
   * @param name of the relation with its arguments: `thread.posts:last3`
   */
  loader<Key, Value>(
    name: string,
    loadMany: (keys: readonly Key[]) => Promise<readonly (Value | Error)[]>,
  ): DataLoader<Key, Value> {
    let loader = this.loaders.get(name);
    if (!loader) {
      loader = new DataLoader(loadMany) as DataLoader<never, unknown>;
      this.loaders.set(name, loader);
    }
    return loader as unknown as DataLoader<Key, Value>;
  }
}

/** The signed-in member of a root resolver; refuses with session.required where nobody is. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor =>
    GqlExecutionContext.create(context).getContext<HubContext>().signedIn,
);

/** The operation's context, in root resolvers. Field resolvers get it as their third parameter. */
export const OperationContext = createParamDecorator(
  (_: unknown, context: ExecutionContext): HubContext => GqlExecutionContext.create(context).getContext<HubContext>(),
);
