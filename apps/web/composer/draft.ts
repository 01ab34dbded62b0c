import { type Asking, type ExpectationInput, fromInput, nothingAsked, toInput } from './asking';

/** Somebody named in a draft: enough to show a pill before anything is loaded. */
export interface DraftPerson {
  id: string;
  name: string;
  handle?: string;
  avatarUrl?: string | null;
}

/** A recording or a file of a draft. */
export interface Attachment {
  /** Where it is on its way from this device. */
  uploadId?: string;
  mediaId?: string;
  filename: string;
  isRecording: boolean;
}

export interface Draft {
  /** Made here; also what makes a send that is tried again post once. */
  key: string;
  serverId?: string;
  channelId?: string;
  channelName?: string;
  people: DraftPerson[];
  title: string;
  body: string;
  attachments: Attachment[];
  asking: Asking;
  publishAt?: string;
  /** The last keystroke. */
  changedAt: number;
  /** What the server is known to have: whatever differs from it has yet to be sent. */
  onServer?: ServerFields;
}

/** A draft as the server keeps it. */
export interface ServerFields {
  channelId: string | null;
  title: string;
  body: string;
  mediaIds: string[];
  expectationJson: string | null;
  publishAt: string | null;
}

export const newDraft = (key: string, now: number): Draft => ({
  key,
  people: [],
  title: '',
  body: '',
  attachments: [],
  asking: nothingAsked,
  changedAt: now,
});

/** Nothing in it that would be missed. */
export const isEmpty = ({ title, body, attachments }: Draft): boolean =>
  title.trim() === '' && body.trim() === '' && attachments.length === 0;

export function toServer(draft: Draft): ServerFields {
  const expectation = toInput(
    draft.asking,
    draft.people.map(({ id }) => id),
  );
  return {
    channelId: draft.channelId ?? null,
    title: draft.title,
    body: draft.body,
    mediaIds: draft.attachments.flatMap(({ mediaId }) => mediaId ?? []),
    expectationJson: JSON.stringify(expectation),
    publishAt: draft.publishAt ?? null,
  };
}

export const isSame = (one: ServerFields, other: ServerFields | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** A draft of another device, or of an earlier time: what the server has, as a draft of this one. */
export function fromServer(key: string, serverId: string, server: ServerFields, now: number): Draft {
  return withServer({ ...newDraft(key, now), serverId }, server, server);
}

/**
 * Brings together what was written here and what the server got from another device since. A field that changed on one
 * side only is taken from there. Where both changed a text, both are kept; for the rest, what was done here counts.
 */
export function merge(here: Draft, server: ServerFields): Draft {
  const mine = toServer(here);
  const base = here.onServer;
  if (!base) return withServer(here, { ...server, ...filledOf(mine) }, server);
  const merged = { ...mine };
  const pick = <Field extends keyof ServerFields>(field: Field) => {
    if (JSON.stringify(mine[field]) === JSON.stringify(base[field])) merged[field] = server[field];
  };
  for (const field of ['channelId', 'title', 'mediaIds', 'expectationJson', 'publishAt'] as const) pick(field);
  merged.body = mergeTexts(base.body, mine.body, server.body);
  return withServer(here, merged, server);
}

function mergeTexts(base: string, mine: string, theirs: string): string {
  if (mine === base || mine === theirs) return theirs;
  if (theirs === base || mine.includes(theirs)) return mine;
  if (theirs.includes(mine)) return theirs;
  return `${mine}\n\n${theirs}`;
}

/** What says something: an empty field of a fresh draft hides nothing that the server has. */
function filledOf(fields: ServerFields): Partial<ServerFields> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([name, value]) => value !== null && value.length > 0 && (name !== 'expectationJson' || value !== NOTHING),
    ),
  );
}
const NOTHING = JSON.stringify(toInput(nothingAsked, []));

function withServer(draft: Draft, fields: ServerFields, onServer: ServerFields): Draft {
  const expectation = parsed(fields.expectationJson);
  const known = new Map(draft.people.map((person) => [person.id, person]));
  const attached = new Map(draft.attachments.flatMap((one) => (one.mediaId ? [[one.mediaId, one] as const] : [])));
  return {
    ...draft,
    channelId: fields.channelId ?? undefined,
    channelName: fields.channelId === draft.channelId ? draft.channelName : undefined,
    title: fields.title,
    body: fields.body,
    people: (expectation?.recipientIds ?? []).map((id) => known.get(id) ?? { id, name: '' }),
    asking: expectation ? fromInput(expectation) : draft.asking,
    attachments: [
      ...fields.mediaIds.map((mediaId) => attached.get(mediaId) ?? { mediaId, filename: '', isRecording: false }),
      ...draft.attachments.filter(({ mediaId }) => !mediaId),
    ],
    publishAt: fields.publishAt ?? undefined,
    onServer,
  };
}

function parsed(json: string | null): Partial<ExpectationInput> | undefined {
  try {
    return json ? JSON.parse(json) : undefined;
  } catch {
    return undefined;
  }
}
