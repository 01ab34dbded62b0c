import { graphql, type ResultOf } from '../api';

export const MembersQuery = graphql(`
  query MemberAccounts($query: String, $after: String) {
    administration {
      memberAccounts(query: $query, first: 50, after: $after) {
        totalCount
        nodes {
          id
          hoursSet
          lastDigestAt
          storageBytes
          recordingCount
          member {
            id
            name
            handle
            email
            role
            avatarUrl
            deactivatedAt
            workingHours {
              timeZone
            }
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

export type Account = ResultOf<typeof MembersQuery>['administration']['memberAccounts']['nodes'][number];
