import { graphql, type ResultOf } from '../api';

export const RecordingsQuery = graphql(`
  query Recordings($query: String, $after: String) {
    viewer {
      storageBytes
      uploadLimits {
        leftBytes
      }
      recordings(query: $query, first: 24, after: $after) {
        totalCount
        nodes {
          id
          createdAt
          storedBytes
          seenBy {
            id
            name
          }
          media {
            id
            kind
            filename
            status
            failure
            progress
            remainingSeconds
            durationSeconds
            posterUrl
            originalUrl
          }
          post {
            id
            thread {
              id
              title
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
export const DeleteRecording = graphql(`
  mutation DeleteRecording($input: DeleteMediaInput!) {
    deleteMedia(input: $input) {
      deletedId
    }
  }
`);
export const CancelProcessing = graphql(`
  mutation CancelProcessing($input: CancelProcessingInput!) {
    cancelProcessing(input: $input) {
      media {
        id
        status
        failure
        progress
        remainingSeconds
      }
    }
  }
`);
export type Recording = NonNullable<ResultOf<typeof RecordingsQuery>['viewer']>['recordings']['nodes'][number];
