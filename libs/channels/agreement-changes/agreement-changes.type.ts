import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Min } from 'class-validator';
import { DateTime } from '#graph';
import { MemberType } from '#identity';
import { AgreementType, ChannelType } from '../channel.type.js';

@ObjectType('AgreementChange', { description: 'An agreement that has changed since the viewer saw it.' })
export class AgreementChangeType {
  @Field(() => ChannelType, { nullable: true, description: "Null: the organisation's own." }) channel: object | null;
  @Field(() => AgreementType, { description: 'The one that the viewer knew.' }) before: object;
  @Field(() => AgreementType) now: object;
  @Field(() => DateTime) changedAt: string;
  @Field(() => MemberType, { nullable: true }) changedBy: object | null;
}

@InputType()
export class MarkAgreementSeenInput {
  @Field(() => ID, { nullable: true, description: "Without one, the organisation's." }) channelId?: string | null;
  @Min(0, { message: 'a version counts from 0' })
  @Field(() => Int)
  version: number;
}

@ObjectType('AgreementChangesPayload')
export class AgreementChangesPayload {
  @Field(() => [AgreementChangeType]) agreementChanges: object[];
}
