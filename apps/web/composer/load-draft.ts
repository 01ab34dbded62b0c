import { ask, graphql } from '../api';
import { type Draft, fromServer, merge, newDraft, type ServerFields } from './draft';
import { draftStore } from './draft-store';
import { personById } from './known-people';
import { asDraftPerson } from './to-field';
import { findChannel } from './use-channel';

const DraftQuery = graphql(`
  query DraftToWrite($id: ID!) {
    node(id: $id) {
      __typename
      ... on Draft {
        id
        channel {
          id
          name
        }
        thread {
          id
        }
        title
        body
        media {
          id
          filename
          kind
        }
        expectationJson
        publishAt
      }
    }
  }
`);

export interface Wanted {
  draft?: string;
  channel?: string;
  to?: string;
}

export type Loaded = { draft: Draft } | { threadId: string };

/** The draft that an address names, from this device and the server together; else a new one. */
export async function loadDraft(memberId: string, wanted: Wanted): Promise<Loaded> {
  const now = Date.now();
  await draftStore.recover(memberId);
  if (wanted.draft) {
    const here = draftStore.find(memberId, wanted.draft);
    const serverId = here ? here.serverId : wanted.draft;
    const found = serverId ? await fromHub(serverId) : undefined;
    if (found?.threadId) return { threadId: found.threadId };
    if (found && serverId) {
      const draft = here ? merge(here, found.fields) : fromServer(crypto.randomUUID(), serverId, found.fields, now);
      return { draft: await named({ ...draft, channelName: found.channelName }, found.media) };
    }
    return { draft: here ?? newDraft(wanted.draft, now) };
  }
  const draft = newDraft(crypto.randomUUID(), now);
  if (wanted.channel) {
    const channel = await findChannel(wanted.channel);
    draft.channelId = channel?.id;
    draft.channelName = channel?.name;
  }
  const people = await Promise.all((wanted.to?.split(',') ?? []).filter(Boolean).map(personById));
  draft.people = people.flatMap((person) => (person ? asDraftPerson(person) : []));
  return { draft };
}

interface Found {
  fields: ServerFields;
  threadId?: string;
  channelName?: string;
  media: readonly { id: string; filename: string; kind: string }[];
}

async function fromHub(id: string): Promise<Found | undefined> {
  const { data } = await ask(DraftQuery, { id });
  const node = data?.node;
  if (node?.__typename !== 'Draft') return undefined;
  return {
    threadId: node.thread?.id,
    channelName: node.channel?.name,
    media: node.media,
    fields: {
      channelId: node.channel?.id ?? null,
      title: node.title,
      body: node.body,
      mediaIds: node.media.map((one) => one.id),
      expectationJson: node.expectationJson,
      publishAt: node.publishAt,
    },
  };
}

/** Names for what another device wrote: the server keeps ids. */
async function named(draft: Draft, media: Found['media']): Promise<Draft> {
  const people = await Promise.all(
    draft.people.map(async (person) => {
      const found = person.name ? undefined : await personById(person.id);
      return found ? asDraftPerson(found) : person;
    }),
  );
  const attachments = draft.attachments.map((one) => {
    const known = media.find(({ id }) => id === one.mediaId);
    return known && !one.filename
      ? { ...one, filename: known.filename, isRecording: known.kind === 'VIDEO' || known.kind === 'AUDIO' }
      : one;
  });
  return { ...draft, people: people.filter(({ name }) => name), attachments };
}
