import { graphql, type ResultOf } from '../api';

export const SearchQuery = graphql(`
  query Search($query: String!, $filter: SearchFilterInput, $after: String) {
    search(query: $query, filter: $filter, first: 20, after: $after) {
      nodes {
        snippet
        mediaSeconds
        post {
          id
          publishedAt
          author {
            id
            name
            avatarUrl
          }
          thread {
            id
            title
            channel {
              id
              name
              visibility
            }
          }
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const PlacesQuery = graphql(`
  query SearchPlaces($query: String) {
    members(query: $query, first: 6) {
      nodes {
        id
        name
        handle
        avatarUrl
      }
    }
    viewer {
      channels(first: 100) {
        nodes {
          id
          name
          slug
          visibility
        }
      }
    }
  }
`);

export type Hit = ResultOf<typeof SearchQuery>['search']['nodes'][number];
