import { graphql } from '../api';
import { PostFields, ResponseFields, ThreadFields } from './fragments';

export const ThreadHead = graphql(
  `
    query ThreadHead($id: ID!) {
      thread(id: $id) {
        ...ThreadFields
        firstPost {
          ...PostFields
        }
      }
    }
  `,
  [ThreadFields, PostFields],
);

/** One page of a thread. Pages stand for themselves: the screen puts them together. */
export const ThreadPosts = graphql(
  `
    query ThreadPosts($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
      thread(id: $id) {
        id
        posts(first: $first, after: $after, last: $last, before: $before) {
          nodes {
            ...PostFields
          }
          pageInfo {
            startCursor
            endCursor
            hasPreviousPage
            hasNextPage
          }
        }
      }
    }
  `,
  [PostFields],
);

export const ThreadActivity = graphql(
  `
    subscription ThreadActivity($threadId: ID!, $afterPostId: ID) {
      threadActivity(threadId: $threadId, afterPostId: $afterPostId) {
        thread {
          ...ThreadFields
        }
        post {
          ...PostFields
        }
        expectedResponse {
          ...ResponseFields
        }
      }
    }
  `,
  [ThreadFields, PostFields, ResponseFields],
);

/** The lane that the reader came from, as far as going on to its next thread needs it. */
export const LaneOfYou = graphql(`
  query LaneOfYou {
    viewer {
      inbox {
        waitingOnMeCount
        waitingOnMe(first: 50) {
          nodes {
            id
            post {
              id
              thread {
                id
              }
            }
          }
        }
      }
    }
  }
`);
export const LaneOfOthers = graphql(`
  query LaneOfOthers {
    viewer {
      inbox {
        waitingOnOthersCount
        waitingOnOthers(first: 50) {
          nodes {
            id
            post {
              id
              thread {
                id
              }
            }
          }
        }
      }
    }
  }
`);
export const LaneOfFyi = graphql(`
  query LaneOfFyi {
    viewer {
      inbox {
        unreadThreadCount
        unreadThreads(first: 50) {
          nodes {
            id
          }
        }
      }
    }
  }
`);

export const ResponseHistory = graphql(`
  query ResponseHistory($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on ExpectedResponse {
        deliveryReason {
          rule
          happenedAt
          deliverAt
        }
        history {
          at
          kind
          note
          actor {
            id
            name
          }
        }
      }
    }
  }
`);

export const FindMembers = graphql(`
  query FindMembers($query: String) {
    members(query: $query, first: 8) {
      nodes {
        id
        name
        handle
        avatarUrl
        isWorkingTime
        nextWorkingTime
        deactivatedAt
      }
    }
  }
`);
