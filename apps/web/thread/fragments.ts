import { graphql, type ResultOf } from '../api';
import { MediaFields } from '../player';

/** What one person owes in answer to a post. */
export const ResponseFields = graphql(`
  fragment ResponseFields on ExpectedResponse @_unmask {
    id
    status
    deliverAt
    dueAt
    overdue
    promisedAt
    acknowledgedAt
    laterUntil
    undoableUntil
    nudgedAt
    note
    choice
    recipient {
      id
      name
      avatarUrl
      isWorkingTime
      nextWorkingTime
    }
    proposal {
      dueAt
      note
      accepted
    }
    delegatedTo {
      id
      recipient {
        id
        name
      }
    }
    answer {
      id
    }
  }
`);
export type Answer = ResultOf<typeof ResponseFields>;

export const PostFields = graphql(
  `
    fragment PostFields on Post @_unmask {
      id
      body
      publishedAt
      editedAt
      deletedAt
      author {
        id
        name
        handle
        avatarUrl
      }
      media {
        ...MediaFields
      }
      moment {
        seconds
        media {
          id
        }
      }
      reactions {
        emoji
        count
        viewerHasReacted
      }
      expectation {
        kind
        timing
        choices
        quorum
        fulfilled
        urgencyReason
        responses {
          ...ResponseFields
        }
      }
    }
  `,
  [MediaFields, ResponseFields],
);
export type PostNow = ResultOf<typeof PostFields>;

export const ThreadFields = graphql(`
  fragment ThreadFields on Thread @_unmask {
    id
    title
    state
    pinned
    viewerHasSaved
    viewerInvolvement
    viewerUnreadCount
    postCount
    createdAt
    author {
      id
      name
    }
    conclusion {
      summary
      concludedAt
      concludedBy {
        id
        name
      }
    }
    channel {
      id
      name
      slug
      visibility
    }
  }
`);
export type ThreadNow = ResultOf<typeof ThreadFields>;
