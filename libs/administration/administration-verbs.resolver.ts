import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { DigestAdministration } from '#attention';
import { CurrentActor } from '#graph';
import { type Actor, localId } from '#kernel';
import {
  FailedJobInput,
  FailedJobPayload,
  InviteMembersFromCsvInput,
  InviteMembersFromCsvPayload,
  PauseQueueInput,
  QueueStatePayload,
  SendTestDigestInput,
  SettingPayload,
  TestMailInput,
  TestResultPayload,
  TransferRecordingsInput,
  TransferRecordingsPayload,
  UpdateSettingInput,
} from './administration.inputs.js';
import { CsvInvitations } from './csv-invitations.service.js';
import { EngineTests } from './engine-tests.service.js';
import { QueueAdministration } from './queue-administration.service.js';
import { RecordingTransfer } from './recording-transfer.service.js';
import { SettingOverrides } from './setting-overrides.js';

/** What administrators do about the hub itself. Each verb's service checks the right. */
@Resolver()
export class AdministrationVerbsResolver {
  constructor(
    private readonly csv: CsvInvitations,
    private readonly transfers: RecordingTransfer,
    private readonly queues: QueueAdministration,
    private readonly digests: DigestAdministration,
    private readonly tests: EngineTests,
    private readonly overrides: SettingOverrides,
  ) {}

  @Mutation(() => InviteMembersFromCsvPayload, {
    description: 'Up to 500 rows: email,name,role,channels. Answers each row, good ones are invited, bad ones say why.',
  })
  async inviteMembersFromCsv(
    @CurrentActor() actor: Actor,
    @Args('input') { csv }: InviteMembersFromCsvInput,
  ): Promise<InviteMembersFromCsvPayload> {
    return { rows: await this.csv.invite(actor, csv) };
  }

  @Mutation(() => TransferRecordingsPayload)
  async transferRecordings(
    @CurrentActor() actor: Actor,
    @Args('input') { fromMemberId, toMemberId }: TransferRecordingsInput,
  ): Promise<TransferRecordingsPayload> {
    const [from, to] = [localId('Member', fromMemberId), localId('Member', toMemberId)];
    return { moved: await this.transfers.transfer(actor, from, to) };
  }

  @Mutation(() => QueueStatePayload, { description: 'What runs goes on to its end; what is asked for waits.' })
  async pauseQueue(@CurrentActor() actor: Actor, @Args('input') { name }: PauseQueueInput): Promise<QueueStatePayload> {
    return { queues: await this.queues.setPaused(actor, name ?? null, true) };
  }

  @Mutation(() => QueueStatePayload)
  async resumeQueue(
    @CurrentActor() actor: Actor,
    @Args('input') { name }: PauseQueueInput,
  ): Promise<QueueStatePayload> {
    return { queues: await this.queues.setPaused(actor, name ?? null, false) };
  }

  @Mutation(() => FailedJobPayload)
  async retryFailedJob(
    @CurrentActor() actor: Actor,
    @Args('input') { failedJobId }: FailedJobInput,
  ): Promise<FailedJobPayload> {
    return { failedJobs: await this.queues.retry(actor, localId('FailedJob', failedJobId)) };
  }

  @Mutation(() => FailedJobPayload, { description: 'It stays failed and leaves the list.' })
  async acceptFailedJob(
    @CurrentActor() actor: Actor,
    @Args('input') { failedJobId }: FailedJobInput,
  ): Promise<FailedJobPayload> {
    return { failedJobs: await this.queues.accept(actor, localId('FailedJob', failedJobId)) };
  }

  @Mutation(() => TestResultPayload, { description: 'To the member, or to another address.' })
  sendTestDigest(
    @CurrentActor() actor: Actor,
    @Args('input') { memberId, toEmail }: SendTestDigestInput,
  ): Promise<TestResultPayload> {
    return this.digests.sendTest(actor, localId('Member', memberId), toEmail ?? null);
  }

  @Mutation(() => TestResultPayload, { description: 'Sends a message, and answers what the mail server said.' })
  testMail(@CurrentActor() actor: Actor, @Args('input') { to }: TestMailInput): Promise<TestResultPayload> {
    return this.tests.mail(actor, to);
  }

  @Mutation(() => TestResultPayload, { description: 'Writes an object, reads it back and deletes it.' })
  testStorage(@CurrentActor() actor: Actor): Promise<TestResultPayload> {
    return this.tests.store(actor);
  }

  @Mutation(() => SettingPayload, { description: 'Without a value: back to the default.' })
  async updateSetting(
    @CurrentActor() actor: Actor,
    @Args('input') { key, value }: UpdateSettingInput,
  ): Promise<SettingPayload> {
    return { setting: await this.overrides.update(actor, key, value ?? null) };
  }
}
