import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, type HubContext } from '#graph';
import { ViewerType } from '#identity';
import { type Actor, localId } from '#kernel';
import { type AgreementChangeView, UnseenAgreements } from './agreement-changes.service.js';
import { AgreementChangesPayload, AgreementChangeType, MarkAgreementSeenInput } from './agreement-changes.type.js';

@Resolver(() => ViewerType)
export class AgreementChangesResolver {
  constructor(private readonly changes: UnseenAgreements) {}

  @ResolveField(() => [AgreementChangeType], {
    description:
      "Agreements of the organisation and of the viewer's channels that changed since they saw them; newest first.",
  })
  agreementChanges(_: object, _args: unknown, context: HubContext): Promise<AgreementChangeView[]> {
    return this.changes.of(context.signedIn);
  }

  @Mutation(() => AgreementChangesPayload)
  async markAgreementSeen(
    @CurrentActor() actor: Actor,
    @Args('input') { channelId, version }: MarkAgreementSeenInput,
  ): Promise<AgreementChangesPayload> {
    await this.changes.seen(actor, channelId ? localId('Channel', channelId) : null, version);
    return { agreementChanges: await this.changes.of(actor) };
  }
}
