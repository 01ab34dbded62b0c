import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AgreementType, ChannelType } from '#channels';
import { type SettingType, settingTypes } from '#config';
import { ByteCount, connectionOf, DateTime, LocalDate, NodeType } from '#graph';
import { MemberType } from '#identity';
import { MediaType } from '#media';

const enumOf = <Word extends string>(words: readonly Word[]): { [W in Word]: W } =>
  Object.fromEntries(words.map((word) => [word, word])) as { [W in Word]: W };

export const settingSources = ['DEFAULT', 'ENVIRONMENT', 'FILE', 'HERE'] as const;
export const SettingSourceEnum = enumOf(settingSources);
registerEnumType(SettingSourceEnum, { name: 'SettingSource' });
export const SettingTypeEnum = enumOf(settingTypes);
registerEnumType(SettingTypeEnum, { name: 'SettingType' });

@ObjectType('AuditEvent', { implements: () => NodeType })
export class AuditEventType implements NodeType {
  @Field(() => ID) id: string;
  @Field(() => String) action: string;
  @Field(() => MemberType, { nullable: true }) actor: object | null;
  @Field(() => String) subject: string;
  @Field(() => DateTime) at: string;
  @Field(() => String, { nullable: true }) ipAddress: string | null;
}

export const AuditEventConnection = connectionOf('AuditEvent', () => AuditEventType);

@ObjectType('QueueHealth')
export class QueueHealthType {
  @Field(() => String) name: string;
  @Field(() => Int) waiting: number;
  @Field(() => Int) active: number;
  @Field(() => Int) delayed: number;
  @Field(() => Int) failed: number;
  @Field(() => Float) oldestWaitingSeconds: number;
}

@ObjectType('SystemHealth')
export class SystemHealthType {
  @Field(() => String) version: string;
  @Field(() => Boolean) database: boolean;
  @Field(() => Boolean) storage: boolean;
  @Field(() => Boolean) queue: boolean;
  @Field(() => [QueueHealthType]) queues: QueueHealthType[];
  @Field(() => ByteCount) storageBytes: number;
}

@ObjectType('Administration', { description: 'For administrators and owners.' })
export class AdministrationType {
  // Made by resolvers: members, auditEvents, health, overview, queues and the rest.
}

@ObjectType('ChecklistItem')
export class ChecklistItemType {
  @Field(() => String, { description: 'WORKING_HOURS, INVITE, CHANNEL, MAIL or FIRST_THREAD.' }) key: string;
  @Field(() => Boolean) done: boolean;
}

@ObjectType('Overview')
export class OverviewType {
  @Field(() => Int) memberCount: number;
  @Field(() => Int) membersWithHours: number;
  @Field(() => Int) openExpectations: number;
  @Field(() => Int) overdueExpectations: number;
  @Field(() => Int) recordingsThisWeek: number;
  @Field(() => Float, { nullable: true, description: 'Of the last seven days, from Stop until others can play it.' })
  playableAfterStopMedianSeconds: number | null;
  @Field(() => Float, { nullable: true }) playableAfterStopP95Seconds: number | null;
  @Field(() => Int) failedJobs: number;
  @Field(() => Int) waitingJobs: number;
  @Field(() => [String]) pausedQueues: string[];
  @Field(() => DateTime, { nullable: true }) lastBackupAt: string | null;
  @Field(() => DateTime, { nullable: true }) lastDigestAt: string | null;
  @Field(() => ByteCount) storageBytes: number;
  @Field(() => ByteCount, { nullable: true }) storageCapacityBytes: number | null;
  @Field(() => [ChecklistItemType]) checklist: ChecklistItemType[];
}

@ObjectType('MemberAccount', { implements: () => NodeType })
export class MemberAccountType implements NodeType {
  @Field(() => ID) id: string;
  @Field(() => MemberType) member: object;
  @Field(() => Boolean) hoursSet: boolean;
  @Field(() => DateTime, { nullable: true }) lastDigestAt: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'In their own zone; to the day, not to the minute.' })
  lastActiveOn: string | null;
  @Field(() => ByteCount) storageBytes: number;
  @Field(() => Int) recordingCount: number;
}

@ObjectType('MemberAccountConnection')
export class MemberAccountConnection extends connectionOf('MemberAccount', () => MemberAccountType) {
  @Field(() => Int) totalCount: number;
}

@ObjectType('ChannelBytes')
export class ChannelBytesType {
  @Field(() => ChannelType, { nullable: true, description: 'Null: direct messages, all of them.' }) channel:
    | object
    | null;
  @Field(() => ByteCount) bytes: number;
}

@ObjectType('StorageUse')
export class StorageUseType {
  @Field(() => ByteCount) usedBytes: number;
  @Field(() => ByteCount, { nullable: true }) capacityBytes: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'At the growth of the last 30 days; null when it does not grow or the capacity is unknown.',
  })
  fullInDays: number | null;
  @Field(() => [ChannelBytesType]) byChannel: object[];
  @Field(() => ByteCount) originalsBytes: number;
  @Field(() => ByteCount) renditionsBytes: number;
  @Field(() => Int, { nullable: true }) originalsRetentionDays: number | null;
}

@ObjectType('QueueState')
export class QueueStateType {
  @Field(() => String) name: string;
  @Field(() => String, { description: "In words: 'Make playable'." }) title: string;
  @Field(() => Boolean) paused: boolean;
  @Field(() => Int) running: number;
  @Field(() => Int) waiting: number;
  @Field(() => Int) delayed: number;
  @Field(() => Int) failed: number;
  @Field(() => Float, { nullable: true }) typicalSeconds: number | null;
  @Field(() => Float, { nullable: true }) emptyInSeconds: number | null;
}

@ObjectType('WaitingSample')
export class WaitingSampleType {
  @Field(() => DateTime) at: string;
  @Field(() => Int) waiting: number;
}

@ObjectType('FailedJob', { implements: () => NodeType })
export class FailedJobType implements NodeType {
  @Field(() => ID) id: string;
  @Field(() => String) queue: string;
  @Field(() => String, { description: "What it was for, in words: the recording's name." }) subject: string;
  @Field(() => MemberType, { nullable: true }) owner: object | null;
  @Field(() => ChannelType, { nullable: true }) channel: object | null;
  @Field(() => MediaType, { nullable: true, description: 'Null where the viewer may not see it.' }) media:
    | object
    | null;
  @Field(() => String) reason: string;
  @Field(() => String, { nullable: true }) advice: string | null;
  @Field(() => Int) tries: number;
  @Field(() => Int) maxTries: number;
  @Field(() => DateTime) failedAt: string;
  @Field(() => [MemberType], { description: 'Who was told, and when.' }) told: object[];
  @Field(() => DateTime, { nullable: true }) toldAt: string | null;
  @Field(() => String, { nullable: true }) details: string | null;
}

@ObjectType('FailedJobConnection')
export class FailedJobConnection extends connectionOf('FailedJob', () => FailedJobType) {
  @Field(() => Int) totalCount: number;
}

@ObjectType('DigestDelivery', { implements: () => NodeType })
export class DigestDeliveryType implements NodeType {
  @Field(() => ID) id: string;
  @Field(() => MemberType) member: object;
  @Field(() => DateTime) periodEnd: string;
  @Field(() => DateTime, { nullable: true }) sentAt: string | null;
  @Field(() => String, { nullable: true }) failure: string | null;
  @Field(() => Boolean) byEmail: boolean;
}

export const DigestDeliveryConnection = connectionOf('DigestDelivery', () => DigestDeliveryType);

@ObjectType('DigestPreview', { description: 'What the viewer may read themselves of what the member would get.' })
export class DigestPreviewType {
  @Field(() => String) subject: string;
  @Field(() => String) html: string;
  @Field(() => String) text: string;
  @Field(() => Boolean) empty: boolean;
  @Field(() => DateTime, { nullable: true }) nextAt: string | null;
}

@ObjectType('HealthCheck')
export class HealthCheckType {
  @Field(() => String) name: string;
  @Field(() => String) title: string;
  @Field(() => Boolean) ok: boolean;
  @Field(() => Boolean) degraded: boolean;
  @Field(() => String, { description: 'One sentence: what is so.' }) summary: string;
  @Field(() => String, { nullable: true, description: 'What to do, when not ok; names the line to change.' })
  fix: string | null;
  @Field(() => String, { nullable: true, description: 'What still works meanwhile.' }) stillWorks: string | null;
  @Field(() => DateTime) checkedAt: string;
}

@ObjectType('Setting')
export class SettingViewType {
  @Field(() => String) key: string;
  @Field(() => String) section: string;
  @Field(() => String) title: string;
  @Field(() => String) description: string;
  @Field(() => SettingTypeEnum) type: SettingType;
  @Field(() => [String], { nullable: true }) choices: readonly string[] | null;
  @Field(() => String) environmentName: string;
  @Field(() => String, { nullable: true, description: 'Null for secrets.' }) value: string | null;
  @Field(() => String, { nullable: true }) defaultValue: string | null;
  @Field(() => SettingSourceEnum) source: (typeof settingSources)[number];
  @Field(() => Boolean, { description: 'The environment or a file decides: change it there.' }) locked: boolean;
  @Field(() => Boolean) needsRestart: boolean;
}

@ObjectType('AgreementVersion')
export class AgreementVersionType {
  @Field(() => Int) version: number;
  @Field(() => AgreementType) agreement: object;
  @Field(() => DateTime) changedAt: string;
  @Field(() => MemberType, { nullable: true }) changedBy: object | null;
}
