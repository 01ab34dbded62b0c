import { Query, Resolver } from '@nestjs/graphql';
import { type HubContext, OperationContext } from '#graph';
import { ViewerType } from './member.type.js';
import { MemberDirectory, type MemberEntry } from './member-directory.js';

/** What fields of Viewer in other features start from. */
export interface ViewerParent {
  member: MemberEntry;
}

@Resolver(() => ViewerType)
export class ViewerResolver {
  constructor(private readonly directory: MemberDirectory) {}

  @Query(() => ViewerType, { nullable: true })
  async viewer(@OperationContext() context: HubContext): Promise<ViewerParent | null> {
    const member = context.actor && (await this.directory.find(context.actor.memberId));
    return member ? { member } : null;
  }
}
