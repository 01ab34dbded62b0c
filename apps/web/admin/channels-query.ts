import { graphql, type ResultOf } from '../api';

export const ChannelsQuery = graphql(`
  query AdminChannels($query: String, $after: String) {
    administration {
      channels(query: $query, first: 50, after: $after) {
        nodes {
          id
          name
          slug
          purpose
          visibility
          archivedAt
          memberCount
          retentionDays
          owner {
            id
            name
          }
          agreement {
            defaultKind
            maxRecipients
            urgentAllowed
            text
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

export type AdminChannel = ResultOf<typeof ChannelsQuery>['administration']['channels']['nodes'][number];
