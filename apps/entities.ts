import { DigestEntity, DigestScheduleEntity } from '#attention';
import { AgreementEntity, ChannelEntity, ChannelMemberEntity } from '#channels';
import { ExpectedResponseEntity, ExpectedResponseEventEntity, UrgentPostEntity } from '#expectations';
import {
  AbsenceEntity,
  AccessTokenEntity,
  AuditEventEntity,
  InvitationEntity,
  MemberEntity,
  OrganizationEntity,
  SessionEntity,
  SetupCodeEntity,
} from '#identity';
import { OutboxEntity } from '#jobs';
import { MediaEntity, RenditionEntity } from '#media';
import { MentionEntity, PostEntity, PostMediaEntity, ReactionEntity, ThreadEntity, ThreadReaderEntity } from '#threads';

/** Every entity of the hub, from the bottom up. A test compares what they say with what the migrations made. */
export const entities = [
  OrganizationEntity,
  SetupCodeEntity,
  MemberEntity,
  AbsenceEntity,
  SessionEntity,
  AccessTokenEntity,
  InvitationEntity,
  AuditEventEntity,
  ChannelEntity,
  ChannelMemberEntity,
  AgreementEntity,
  MediaEntity,
  RenditionEntity,
  ThreadEntity,
  ThreadReaderEntity,
  PostEntity,
  PostMediaEntity,
  MentionEntity,
  ReactionEntity,
  ExpectedResponseEntity,
  ExpectedResponseEventEntity,
  UrgentPostEntity,
  DigestScheduleEntity,
  DigestEntity,
  OutboxEntity,
];
