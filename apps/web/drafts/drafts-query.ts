import { graphql, type ResultOf } from '../api';

export const DraftsQuery = graphql(`
  query Drafts {
    viewer {
      drafts(first: 50) {
        nodes {
          id
          title
          body
          updatedAt
          channel {
            id
            name
          }
          thread {
            id
            title
          }
          media {
            id
          }
        }
      }
      unfinishedUploads {
        id
        filename
        createdAt
        durationSeconds
      }
      scheduledPosts(first: 50) {
        nodes {
          id
          scheduledFor
          thread {
            id
            title
            channel {
              id
              name
            }
          }
        }
      }
    }
  }
`);

type Viewer = NonNullable<ResultOf<typeof DraftsQuery>['viewer']>;
export type DraftNode = Viewer['drafts']['nodes'][number];
export type UnfinishedNode = Viewer['unfinishedUploads'][number];
export type ScheduledNode = Viewer['scheduledPosts']['nodes'][number];
