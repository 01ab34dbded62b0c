import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Markdown } from '#graph';
import { type AgreementChanges, agreementLimits, type ExpectationKind } from './agreement.js';
import type { ChannelVisibility } from './channel.entity.js';
import { ChannelVisibilityEnum, ExpectationKindEnum } from './channel.type.js';
import { channelLimits } from './channel-name.js';

const atMost = (what: string, most: number) => ({
  message: `${what} has at most ${most.toLocaleString('en')} characters`,
});
const between = (what: string, { min, max }: { min: number; max: number }) => ({
  message: `${what} is ${min} to ${max}`,
});
const notTooMany = { message: `add at most ${channelLimits.addedAtOnce} people at a time` };

@ArgsType()
export class ChannelArgs {
  @Field(() => ID, { nullable: true }) id?: string | null;
  @Field(() => String, { nullable: true }) slug?: string | null;
}

@InputType()
export class CreateChannelInput {
  @MaxLength(channelLimits.name, atMost("a channel's name", channelLimits.name))
  @Field(() => String)
  name: string;

  @IsOptional()
  @MaxLength(channelLimits.slug, atMost('a slug', channelLimits.slug))
  @Field(() => String, { nullable: true })
  slug?: string | null;

  @IsOptional()
  @MaxLength(channelLimits.purpose, atMost("a channel's purpose", channelLimits.purpose))
  @Field(() => String, { nullable: true, defaultValue: '' })
  purpose?: string | null;

  @Field(() => ChannelVisibilityEnum, { nullable: true, defaultValue: ChannelVisibilityEnum.PUBLIC })
  visibility?: ChannelVisibility | null;

  @IsOptional()
  @ArrayMaxSize(channelLimits.addedAtOnce, notTooMany)
  @Field(() => [ID], { nullable: true })
  memberIds?: string[] | null;
}

@InputType()
export class JoinChannelInput {
  @Field(() => ID) channelId: string;
}

@InputType()
export class LeaveChannelInput {
  @Field(() => ID) channelId: string;
}

@InputType()
export class AddChannelMembersInput {
  @Field(() => ID) channelId: string;

  @ArrayMaxSize(channelLimits.addedAtOnce, notTooMany)
  @Field(() => [ID])
  memberIds: string[];
}

@InputType()
export class AgreementInput implements AgreementChanges {
  @IsOptional()
  @MaxLength(agreementLimits.textLength, atMost('the text of an agreement', agreementLimits.textLength))
  @Field(() => Markdown, { nullable: true })
  text?: string | null;

  @Field(() => ExpectationKindEnum, { nullable: true })
  defaultKind?: ExpectationKind | null;

  @Field(() => Boolean, { nullable: true })
  urgentAllowed?: boolean | null;

  @IsOptional()
  @Min(
    agreementLimits.urgentWindowMinutes.min,
    between('the urgent window in minutes', agreementLimits.urgentWindowMinutes),
  )
  @Max(
    agreementLimits.urgentWindowMinutes.max,
    between('the urgent window in minutes', agreementLimits.urgentWindowMinutes),
  )
  @Field(() => Int, { nullable: true })
  urgentWindowMinutes?: number | null;

  @IsOptional()
  @Min(
    agreementLimits.urgentBudgetPerWeek.min,
    between('the urgent budget per week', agreementLimits.urgentBudgetPerWeek),
  )
  @Max(
    agreementLimits.urgentBudgetPerWeek.max,
    between('the urgent budget per week', agreementLimits.urgentBudgetPerWeek),
  )
  @Field(() => Int, { nullable: true })
  urgentBudgetPerWeek?: number | null;

  @IsOptional()
  @Min(agreementLimits.maxRecipients.min, between('the limit of recipients', agreementLimits.maxRecipients))
  @Max(agreementLimits.maxRecipients.max, between('the limit of recipients', agreementLimits.maxRecipients))
  @Field(() => Int, { nullable: true })
  maxRecipients?: number | null;
}

@InputType()
export class UpdateChannelAgreementInput {
  @Field(() => ID) channelId: string;

  @ValidateNested()
  @Type(() => AgreementInput)
  @Field(() => AgreementInput)
  agreement: AgreementInput;
}
