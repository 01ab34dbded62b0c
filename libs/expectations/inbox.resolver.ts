import { ArgsType, Field, ID, Int, ObjectType, ResolveField, Resolver } from '@nestjs/graphql';
import { FieldArgs, ForwardPageArgs, type HubContext, type Page } from '#graph';
import { ViewerType } from '#identity';
import { type Id, localId } from '#kernel';
import { ThreadConnection, ThreadService, type ThreadView } from '#threads';
import { AskService } from './ask.service.js';
import { ExpectedResponseConnection } from './expectation.type.js';
import { InboxService } from './inbox.service.js';
import type { ResponseView } from './response-view.js';

@ObjectType('Inbox')
export class InboxType {}

@ArgsType()
export class WaitingOnMeArgs extends ForwardPageArgs {
  @Field(() => ID, { nullable: true }) authorId?: string | null;
}

@ArgsType()
export class WaitingOnOthersArgs extends ForwardPageArgs {
  @Field(() => ID, { nullable: true }) recipientId?: string | null;
}

const COUNTED = 'Counted up to 1,000.';
/** An id that is nobody's finds nothing. */
const personIn = (id: string | null | undefined): Id | undefined =>
  id ? (localId('Member', id) ?? '00000000-0000-0000-0000-000000000000') : undefined;

@Resolver(() => ViewerType)
export class ViewerInboxResolver {
  constructor(private readonly asks: AskService) {}

  @ResolveField(() => InboxType)
  inbox(): object {
    return {};
  }

  @ResolveField(() => Int, { description: "Urgent posts left this week under the organisation's agreement." })
  urgentBudgetLeft(_: object, _args: unknown, context: HubContext): Promise<number> {
    return this.asks.urgentBudgetLeftOfOrganization(context.signedIn.memberId);
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
  @FieldArgs(() => WaitingOnMeArgs)
  waitingOnMe(_: object, args: WaitingOnMeArgs, context: HubContext): Promise<Page<ResponseView>> {
    return this.inbox.waitingOnMe(context.signedIn, args, personIn(args.authorId));
  }

  @ResolveField(() => ExpectedResponseConnection)
  @FieldArgs(() => WaitingOnOthersArgs)
  waitingOnOthers(_: object, args: WaitingOnOthersArgs, context: HubContext): Promise<Page<ResponseView>> {
    return this.inbox.waitingOnOthers(context.signedIn, args, personIn(args.recipientId));
  }

  @ResolveField(() => ExpectedResponseConnection, {
    description: "Put off by the viewer ('Later') and not back yet; in the order of waitingOnMe.",
  })
  @FieldArgs(() => ForwardPageArgs)
  putOff(_: object, args: ForwardPageArgs, context: HubContext): Promise<Page<ResponseView>> {
    return this.inbox.putOff(context.signedIn, args);
  }

  @ResolveField(() => Int, { description: COUNTED })
  async waitingOnMeCount(_: object, _args: unknown, context: HubContext): Promise<number> {
    return (await this.inbox.laneCounts(context)).on_me;
  }

  @ResolveField(() => Int, { description: COUNTED })
  async waitingOnOthersCount(_: object, _args: unknown, context: HubContext): Promise<number> {
    return (await this.inbox.laneCounts(context)).on_others;
  }

  @ResolveField(() => Int, { description: COUNTED })
  unreadThreadCount(_: object, _args: unknown, context: HubContext): Promise<number> {
    return this.threads.unreadCount(context.signedIn.memberId);
  }

  @ResolveField(() => ThreadConnection)
  @FieldArgs(() => ForwardPageArgs)
  unreadThreads(_: object, args: ForwardPageArgs, context: HubContext): Promise<Page<ThreadView>> {
    return this.threads.unread(context.signedIn, args);
  }
}
