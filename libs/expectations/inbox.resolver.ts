import { ObjectType, ResolveField, Resolver } from '@nestjs/graphql';
import { FieldArgs, ForwardPageArgs, type HubContext, type Page } from '#graph';
import { ViewerType } from '#identity';
import { ThreadConnection, ThreadService, type ThreadView } from '#threads';
import { ExpectedResponseConnection } from './expectation.type.js';
import { InboxService } from './inbox.service.js';
import type { ResponseView } from './response-view.js';

@ObjectType('Inbox')
export class InboxType {}

@Resolver(() => ViewerType)
export class ViewerInboxResolver {
  @ResolveField(() => InboxType)
  inbox(): object {
    return {};
  }
}

@Resolver(() => InboxType)
export class InboxResolver {
  constructor(
    private readonly inbox: InboxService,
    private readonly threads: ThreadService,
  ) {}

  @ResolveField(() => ExpectedResponseConnection, {
    description: 'Delivered and open; overdue first, then by due time, then the ones without.',
  })
  @FieldArgs(() => ForwardPageArgs)
  waitingOnMe(_: object, args: ForwardPageArgs, context: HubContext): Promise<Page<ResponseView>> {
    return this.inbox.waitingOnMe(context.signedIn, args);
  }

  @ResolveField(() => ExpectedResponseConnection)
  @FieldArgs(() => ForwardPageArgs)
  waitingOnOthers(_: object, args: ForwardPageArgs, context: HubContext): Promise<Page<ResponseView>> {
    return this.inbox.waitingOnOthers(context.signedIn, args);
  }

  @ResolveField(() => ThreadConnection)
  @FieldArgs(() => ForwardPageArgs)
  unreadThreads(_: object, args: ForwardPageArgs, context: HubContext): Promise<Page<ThreadView>> {
    return this.threads.unread(context.signedIn, args);
  }
}
