import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { DateTime, EmailAddress, ForwardPageArgs } from '#graph';
import { QueueStateType, SettingViewType } from './administration.type.js';

@ObjectType('CsvInvitation')
export class CsvInvitationType {
  @Field(() => Int) line: number;
  @Field(() => String) email: string;
  @Field(() => Boolean) invited: boolean;
  @Field(() => String, { nullable: true }) problem: string | null;
}

@ObjectType('InviteMembersFromCsvPayload')
export class InviteMembersFromCsvPayload {
  @Field(() => [CsvInvitationType]) rows: CsvInvitationType[];
}

@ObjectType('TransferRecordingsPayload')
export class TransferRecordingsPayload {
  @Field(() => Int) moved: number;
}

@ObjectType('QueueStatePayload')
export class QueueStatePayload {
  @Field(() => [QueueStateType]) queues: QueueStateType[];
}

@ObjectType('FailedJobPayload')
export class FailedJobPayload {
  @Field(() => Int, { description: 'How many are left.' }) failedJobs: number;
}

@ObjectType('TestResultPayload')
export class TestResultPayload {
  @Field(() => Boolean) ok: boolean;
  @Field(() => String) message: string;
  @Field(() => String, { nullable: true, description: 'The line to change.' }) fix: string | null;
}

@ObjectType('SettingPayload')
export class SettingPayload {
  @Field(() => SettingViewType) setting: object;
}

@ArgsType()
export class SearchedPageArgs extends ForwardPageArgs {
  @Field(() => String, { nullable: true }) query?: string | null;
}

@ArgsType()
export class AuditEventArgs extends SearchedPageArgs {
  @Field(() => String, { nullable: true }) action?: string | null;
  @Field(() => ID, { nullable: true }) actorId?: string | null;
  @Field(() => DateTime, { nullable: true }) since?: string | null;
  @Field(() => DateTime, { nullable: true }) until?: string | null;
}

@ArgsType()
export class DigestPreviewArgs {
  @Field(() => ID) memberId: string;
}

@ArgsType()
export class SettingsArgs {
  @Field(() => String, { nullable: true }) query?: string | null;
}

@InputType()
export class InviteMembersFromCsvInput {
  @MaxLength(200_000, { message: 'the list has at most 200,000 characters' })
  @Field(() => String)
  csv: string;
}

@InputType()
export class TransferRecordingsInput {
  @Field(() => ID) fromMemberId: string;
  @Field(() => ID) toMemberId: string;
}

@InputType()
export class PauseQueueInput {
  @Field(() => String, { nullable: true, description: 'Null: all.' }) name?: string | null;
}

@InputType()
export class FailedJobInput {
  @Field(() => ID) failedJobId: string;
}

@InputType()
export class SendTestDigestInput {
  @Field(() => ID) memberId: string;
  @Field(() => EmailAddress, { nullable: true }) toEmail?: string | null;
}

@InputType()
export class TestMailInput {
  @Field(() => EmailAddress) to: string;
}

@InputType()
export class UpdateSettingInput {
  @Field(() => String) key: string;
  @IsOptional()
  @MaxLength(1_000, { message: 'a value has at most 1,000 characters' })
  @Field(() => String, { nullable: true })
  value?: string | null;
}
