import { SettingOverrideEntity, SignOfLifeEntity } from '#administration';
import {
  DeliveryEntity,
  DeliverySettingsEntity,
  DigestEntity,
  DigestScheduleEntity,
  PushDeviceEntity,
  WebhookEntity,
} from '#attention';
import { CallEntity } from '#calls';
import { AgreementEntity, AgreementReaderEntity, ChannelEntity, ChannelMemberEntity } from '#channels';
import { ExpectedResponseEntity, ExpectedResponseEventEntity, UrgentPostEntity } from '#expectations';
import { FeedAddressEntity } from '#feeds';
import {
  AbsenceEntity,
  AccessTokenEntity,
  AuditEventEntity,
  FocusBlockEntity,
  GroupEntity,
  GroupMemberEntity,
  InvitationEntity,
  MemberEntity,
  OrganizationDayEntity,
  OrganizationEntity,
  PreferencesEntity,
  RolePermissionsEntity,
  SessionEntity,
  SetupCodeEntity,
} from '#identity';
import { InsightWeekEntity } from '#insight';
import { FailedJobEntity, JobDurationEntity, OutboxEntity, WaitingSampleEntity } from '#jobs';
import { GlossaryWordEntity, MediaEntity, RenditionEntity, TranscriptEntity } from '#media';
import { DraftEntity } from '#posting';
import { InboundMailEntity } from '#replies';
import {
  HappeningEntity,
  MentionEntity,
  PostEntity,
  PostMediaEntity,
  ReactionEntity,
  ThreadEntity,
  ThreadReaderEntity,
} from '#threads';

/** Every entity of the hub, from the bottom up. A test compares what they say with what the migrations made. */
export const entities = [
  OrganizationEntity,
  SetupCodeEntity,
  MemberEntity,
  AbsenceEntity,
  OrganizationDayEntity,
  FocusBlockEntity,
  GroupEntity,
  GroupMemberEntity,
  SessionEntity,
  AccessTokenEntity,
  PreferencesEntity,
  RolePermissionsEntity,
  InvitationEntity,
  AuditEventEntity,
  ChannelEntity,
  ChannelMemberEntity,
  AgreementEntity,
  AgreementReaderEntity,
  MediaEntity,
  RenditionEntity,
  TranscriptEntity,
  GlossaryWordEntity,
  ThreadEntity,
  ThreadReaderEntity,
  PostEntity,
  PostMediaEntity,
  MentionEntity,
  ReactionEntity,
  HappeningEntity,
  ExpectedResponseEntity,
  ExpectedResponseEventEntity,
  UrgentPostEntity,
  DraftEntity,
  DigestScheduleEntity,
  PushDeviceEntity,
  WebhookEntity,
  InboundMailEntity,
  DigestEntity,
  DeliverySettingsEntity,
  DeliveryEntity,
  FeedAddressEntity,
  CallEntity,
  OutboxEntity,
  FailedJobEntity,
  WaitingSampleEntity,
  JobDurationEntity,
  SettingOverrideEntity,
  SignOfLifeEntity,
  InsightWeekEntity,
];
