import { Args, Field, InputType, Mutation, ObjectType, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, type HubContext, OperationContext } from '#graph';
import { OrganizationType } from '#identity';
import type { Actor } from '#kernel';
import { GlossaryService } from './glossary.service.js';

@InputType()
export class SetGlossaryInput {
  @Field(() => [String]) words: string[];
}

@ObjectType()
export class SetGlossaryPayload {
  @Field(() => [String]) glossary: string[];
}

@Resolver(() => OrganizationType)
export class GlossaryResolver {
  constructor(private readonly glossaryOf: GlossaryService) {}

  @ResolveField(() => [String], { description: 'Names and words of the organisation, which transcripts should know.' })
  glossary(): Promise<string[]> {
    return this.glossaryOf.words();
  }

  @Mutation(() => SetGlossaryPayload, { description: 'For administrators and owners. The most important words first.' })
  async setGlossary(
    @CurrentActor() actor: Actor,
    @OperationContext() context: HubContext,
    @Args('input') { words }: SetGlossaryInput,
  ): Promise<SetGlossaryPayload> {
    return { glossary: await this.glossaryOf.replace(actor, words, context.ipAddress) };
  }
}
