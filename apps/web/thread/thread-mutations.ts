import { graphql } from '../api';
import { PostFields, ThreadFields } from './fragments';

export const UpdateTitle = graphql(
  `
    mutation UpdateTitle($input: UpdateThreadTitleInput!) {
      updateThreadTitle(input: $input) {
        thread {
          ...ThreadFields
        }
      }
    }
  `,
  [ThreadFields],
);
export const PinThread = graphql(`
  mutation PinThread($input: PinThreadInput!) {
    pinThread(input: $input) {
      thread {
        id
        pinned
      }
    }
  }
`);
export const SaveThread = graphql(`
  mutation SaveThread($input: SaveThreadInput!) {
    saveThread(input: $input) {
      thread {
        id
        viewerHasSaved
      }
    }
  }
`);
export const SetInvolvement = graphql(`
  mutation SetThreadInvolvement($input: SetInvolvementInput!) {
    setInvolvement(input: $input) {
      involvement
    }
  }
`);
export const Conclude = graphql(
  `
    mutation Conclude($input: ConcludeThreadInput!) {
      concludeThread(input: $input) {
        thread {
          ...ThreadFields
        }
      }
    }
  `,
  [ThreadFields],
);
export const Reopen = graphql(
  `
    mutation Reopen($input: ReopenThreadInput!) {
      reopenThread(input: $input) {
        thread {
          ...ThreadFields
        }
      }
    }
  `,
  [ThreadFields],
);
export const MarkRead = graphql(`
  mutation MarkRead($input: MarkThreadReadInput!) {
    markThreadRead(input: $input) {
      thread {
        id
        viewerUnreadCount
      }
    }
  }
`);
export const EditPost = graphql(
  `
    mutation EditPost($input: EditPostInput!) {
      editPost(input: $input) {
        post {
          ...PostFields
        }
      }
    }
  `,
  [PostFields],
);
export const DeletePost = graphql(
  `
    mutation DeletePost($input: DeletePostInput!) {
      deletePost(input: $input) {
        post {
          ...PostFields
        }
      }
    }
  `,
  [PostFields],
);
export const ReactTo = graphql(`
  mutation ReactTo($input: ReactInput!) {
    react(input: $input) {
      post {
        id
        reactions {
          emoji
          count
          viewerHasReacted
        }
      }
    }
  }
`);
export const PostReply = graphql(
  `
    mutation PostReply($input: PostReplyInput!) {
      postReply(input: $input) {
        post {
          ...PostFields
        }
      }
    }
  `,
  [PostFields],
);
