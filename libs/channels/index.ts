export { AgreementEntity } from './agreement.entity.js';
export {
  type Agreement,
  type AgreementChanges,
  type AgreementTerms,
  type ExpectationKind,
  expectationKinds,
  shippedAgreement,
  type TimingKind,
  timingKinds,
} from './agreement.js';
export { AgreementService, type AgreementVersionView } from './agreement.service.js';
export { AgreementReaderEntity } from './agreement-changes/agreement-reader.entity.js';
export {
  ChannelEntity,
  ChannelMemberEntity,
  type ChannelVisibility,
  channelVisibilities,
  type Involvement,
  involvements,
} from './channel.entity.js';
export { type ChannelFacts, mayRead, mayWrite } from './channel.policy.js';
export { ChannelService, type ChannelView, type Membership } from './channel.service.js';
export {
  AgreementType,
  ChannelConnection,
  ChannelType,
  ChannelVisibilityEnum,
  ExpectationKindEnum,
  InvolvementEnum,
  TimingKindEnum,
} from './channel.type.js';
export { type AccessNames, readableByMembership, readableChannel, writableChannel } from './channel-access.js';
export { channelAccessChanged } from './channel-access-changed.js';
export { ChannelAdministration } from './channel-administration.service.js';
export { ChannelCreation, type ChannelWish } from './channel-creation.service.js';
export { ChannelDirectory, type ChannelEntry, channelChanged } from './channel-directory.js';
export { ChannelPayload } from './channel-verbs.resolver.js';
export { ChannelsApiModule } from './channels.api.module.js';
export { channelArchived, noSuchChannel } from './channels.errors.js';
export { ChannelsModule } from './channels.module.js';
export { MembershipService } from './membership.service.js';
