import { ask, graphql } from '../api';
import { toInput } from './asking';
import { type Draft, toServer } from './draft';

const OpenThread = graphql(`
  mutation OpenThread($input: OpenThreadInput!) {
    openThread(input: $input) {
      thread {
        id
      }
      post {
        id
        expectation {
          responses {
            id
            deliverAt
            recipient {
              id
              name
            }
          }
        }
      }
    }
  }
`);
const CreateConversation = graphql(`
  mutation CreateConversation($input: CreateChannelInput!) {
    createChannel(input: $input) {
      channel {
        id
      }
    }
  }
`);
const TakeBack = graphql(`
  mutation TakeBackPost($input: DeletePostInput!) {
    deletePost(input: $input) {
      post {
        id
      }
    }
  }
`);
const CancelScheduled = graphql(`
  mutation CancelScheduledThread($input: CancelScheduledPostInput!) {
    cancelScheduledPost(input: $input) {
      draft {
        id
      }
    }
  }
`);

export type Sent =
  | { is: 'sent'; threadId: string; postId: string; responses: { deliverAt: string; recipient: { name: string } }[] }
  | { is: 'refused'; message: string; field?: string }
  | { is: 'signed-out' }
  | { is: 'lost' };

/** Posts the draft. With the same draft again it finds what was posted before: a retried send posts once. */
export async function postDraft(draft: Draft, mediaIds: string[]): Promise<Sent> {
  const recipientIds = draft.people.map(({ id }) => id);
  let { channelId } = draft;
  if (!channelId) {
    // The same circle has one private conversation, however often it is asked for.
    const made = await ask(CreateConversation, { input: { name: '', visibility: 'DIRECT', memberIds: recipientIds } });
    if (!made.data) return failed(made);
    channelId = made.data.createChannel.channel.id;
  }
  const { title, body, publishAt } = toServer(draft);
  const answer = await ask(OpenThread, {
    input: {
      ...{ channelId, title: title.trim(), body, mediaIds, publishAt },
      expectation: toInput(draft.asking, recipientIds),
      idempotencyKey: draft.key,
    },
  });
  if (!answer.data) return failed(answer);
  const { thread, post } = answer.data.openThread;
  return { is: 'sent', threadId: thread.id, postId: post.id, responses: [...post.expectation.responses] };
}

/** A problem is the hub's sentence, empty where the network failed; what waited for its hour becomes a draft again. */
export async function takeBack(
  postId: string,
  isScheduled: boolean,
): Promise<{ problem: string } | { problem?: undefined; draftId?: string }> {
  if (isScheduled) {
    const { data, refusal } = await ask(CancelScheduled, { input: { postId } });
    return data ? { draftId: data.cancelScheduledPost.draft.id } : { problem: refusal?.message ?? '' };
  }
  const { data, refusal } = await ask(TakeBack, { input: { postId } });
  return data ? {} : { problem: refusal?.message ?? '' };
}

function failed({ refusal, isSignedOut }: Awaited<ReturnType<typeof ask>>): Sent {
  if (refusal) return { is: 'refused', message: refusal.message, field: refusal.field };
  return { is: isSignedOut ? 'signed-out' : 'lost' };
}

/** Who has it already: whose hour of delivery has come. */
export const whoHasIt = (responses: Extract<Sent, { is: 'sent' }>['responses'], now: number): string[] =>
  responses.filter(({ deliverAt }) => Date.parse(deliverAt) <= now).map(({ recipient }) => recipient.name);
