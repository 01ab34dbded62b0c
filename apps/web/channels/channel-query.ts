import { graphql, type ResultOf } from '../api';

export const ChannelQuery = graphql(`
  query Channel($slug: String!, $state: ThreadState, $after: String) {
    channel(slug: $slug) {
      id
      name
      slug
      purpose
      visibility
      archivedAt
      memberCount
      viewerInvolvement
      viewerIsMember
      viewerUnreadCount
      agreement {
        text
        defaultKind
        urgentAllowed
        maxRecipients
      }
      members(first: 25) {
        nodes {
          id
          name
          avatarUrl
          isWorkingTime
        }
      }
      pinnedThreads {
        id
        title
        conclusion {
          summary
        }
      }
      threads(first: 40, after: $after, state: $state) {
        nodes {
          id
          title
          state
          lastActivityAt
          postCount
          mediaSeconds
          viewerUnreadCount
          author {
            id
            name
            avatarUrl
          }
          firstPost {
            id
            body
            expectation {
              kind
              timing
              fulfilled
            }
          }
          conclusion {
            summary
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`);

export type ChannelShown = NonNullable<ResultOf<typeof ChannelQuery>['channel']>;
export type ThreadLine = ChannelShown['threads']['nodes'][number];
