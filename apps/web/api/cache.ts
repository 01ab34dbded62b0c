import { type Cache, offlineExchange, type UpdateResolver } from '@urql/exchange-graphcache';
import { makeDefaultStorage } from '@urql/exchange-graphcache/default-storage';
import { relayPagination } from '@urql/exchange-graphcache/extras';

const PAGES = [
  'Inbox.waitingOnMe',
  'Inbox.waitingOnOthers',
  'Inbox.putOff',
  'Inbox.unreadThreads',
  'Channel.threads',
  'Channel.members',
  'Query.members',
  'Query.channels',
  'Viewer.channels',
  'Viewer.digests',
  'Viewer.recordings',
  'Viewer.drafts',
  'Viewer.deliveries',
  'Query.search',
];
const NO_KEY = [
  'Viewer',
  'Inbox',
  'WorkingHours',
  'WorkingInterval',
  'Expectation',
  'Reaction',
  'Conclusion',
  'MediaMoment',
  'DigestSchedule',
  'DeliverySettings',
  'DeliveryReason',
  'DigestSection',
  'DigestEntry',
  'Agreement',
  'Advice',
  'SuggestedTiming',
  'ExpectationPreview',
  'RecipientPreview',
  'DueTimeProposal',
  'SearchHit',
  'Preferences',
  'TimeSpan',
  'Balance',
  'BalanceWeek',
  'OrganizationInsight',
  'InsightFigures',
  'InsightGroup',
  'CallTimes',
  'CallTime',
  'CallParticipant',
  'Transcript',
  'TranscriptSegment',
  'Chapter',
  'ResponseEvent',
  'ThreadActivity',
  'InboxChange',
  'Administration',
  'SystemHealth',
  'QueueHealth',
  'Overview',
  'ChecklistItem',
  'RolePermissions',
  'StorageUse',
  'ChannelBytes',
  'QueueState',
  'WaitingSample',
  'DigestPreview',
  'HealthCheck',
  'Setting',
  'AgreementVersion',
  'CsvInvitation',
  'PageInfo',
];

/** Kept for the next visit without a network: the last inbox above all. */
export const storage = makeDefaultStorage({ idbName: 'meantime-cache', maxAge: 7 });

const pageResolvers: Record<string, Record<string, ReturnType<typeof relayPagination>>> = {};
for (const page of PAGES) {
  const [type, field] = page.split('.') as [string, string];
  pageResolvers[type] ??= {};
  pageResolvers[type][field] = relayPagination();
}

/** Parts of a type without an id belong to the object that holds them. */
const keys = Object.fromEntries(NO_KEY.map((name) => [name, () => null]));

/** Lists whose members an act changes are asked for anew, at the next look. */
const drops =
  (...fields: [type: string, field: string][]): UpdateResolver =>
  (_result, _args, cache) => {
    for (const [type, field] of fields) dropField(cache, type, field);
  };

function dropField(cache: Cache, type: string, field: string): void {
  for (const entity of type === 'Query' ? ['Query'] : entitiesOf(cache, type)) {
    for (const info of cache.inspectFields(entity))
      if (info.fieldName === field) cache.invalidate(entity, info.fieldKey);
  }
}

/** The viewer and the inbox hang below the root without ids of their own. */
function entitiesOf(cache: Cache, type: string): string[] {
  const viewer = cache.resolve('Query', 'viewer');
  if (typeof viewer !== 'string') return [];
  if (type === 'Viewer') return [viewer];
  const inbox = cache.resolve(viewer, 'inbox');
  return type === 'Inbox' && typeof inbox === 'string' ? [inbox] : [];
}

const inboxFields: [string, string][] = [
  ['Inbox', 'waitingOnMe'],
  ['Inbox', 'waitingOnMeCount'],
  ['Inbox', 'putOff'],
];
const draftFields: [string, string][] = [['Viewer', 'drafts']];

export const cacheExchange = offlineExchange({
  storage,
  keys,
  resolvers: pageResolvers,
  updates: {
    Mutation: {
      acknowledge: drops(...inboxFields),
      fulfillResponse: drops(...inboxFields),
      undoResponse: drops(...inboxFields),
      putOffResponse: drops(...inboxFields),
      decide: drops(...inboxFields),
      declineResponse: drops(...inboxFields),
      delegateResponse: drops(...inboxFields),
      postReply: drops(...inboxFields, ['Inbox', 'waitingOnOthers'], ['Inbox', 'waitingOnOthersCount'], ...draftFields),
      openThread: drops(['Inbox', 'waitingOnOthers'], ['Inbox', 'waitingOnOthersCount'], ...draftFields, [
        'Viewer',
        'scheduledPosts',
      ]),
      markThreadRead: drops(['Inbox', 'unreadThreads'], ['Inbox', 'unreadThreadCount']),
      markChannelRead: drops(['Inbox', 'unreadThreads'], ['Inbox', 'unreadThreadCount']),
      createChannel: drops(['Query', 'channels'], ['Viewer', 'channels']),
      joinChannel: drops(['Query', 'channels'], ['Viewer', 'channels']),
      leaveChannel: drops(['Query', 'channels'], ['Viewer', 'channels']),
      updatePreferences: drops(['Viewer', 'preferences']),
      updateDigestSchedule: drops(['Viewer', 'digestSchedule']),
      updateDeliverySettings: drops(['Viewer', 'deliverySettings'], ['Viewer', 'deliveries']),
      renewFeedAddress: drops(['Viewer', 'podcastFeedUrl'], ['Viewer', 'calendarFeedUrl']),
      createAccessToken: drops(['Viewer', 'accessTokens']),
      revokeAccessToken: drops(['Viewer', 'accessTokens']),
      revokeSession: drops(['Viewer', 'sessions']),
      saveThread: drops(['Viewer', 'savedThreads']),
      saveDraft: drops(...draftFields),
      discardDraft: drops(...draftFields),
      cancelScheduledPost: drops(...draftFields, ['Viewer', 'scheduledPosts']),
      deleteMedia: drops(['Viewer', 'recordings'], ['Viewer', 'storageBytes'], ['Viewer', 'unfinishedUploads']),
      finishUpload: drops(['Viewer', 'recordings'], ['Viewer', 'unfinishedUploads']),
    },
  },
});
