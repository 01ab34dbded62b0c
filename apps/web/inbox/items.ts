import { graphql, type ResultOf } from '../api';

/** What a row of either lane shows. */
export const RowFields = graphql(`
  fragment RowFields on ExpectedResponse @_unmask {
    id
    status
    deliverAt
    dueAt
    overdue
    promisedAt
    nudgedAt
    recipient {
      id
      name
      avatarUrl
      isWorkingTime
      nextWorkingTime
      workingHours {
        timeZone
      }
    }
    post {
      id
      body
      publishedAt
      author {
        id
        name
        avatarUrl
      }
      media {
        id
        kind
        durationSeconds
        posterUrl
        waveform
      }
      expectation {
        kind
        timing
      }
      thread {
        id
        title
        viewerUnreadCount
        channel {
          id
          name
          slug
          visibility
        }
      }
    }
  }
`);
export type Item = ResultOf<typeof RowFields>;

/** Pages are small so that the first paint does not wait for what is far below. */
export const PAGE = 50;

export const WaitingOnMe = graphql(
  `
    query WaitingOnMe($first: Int!, $after: String) {
      viewer {
        inbox {
          waitingOnMeCount
          waitingOnMe(first: $first, after: $after) {
            nodes {
              ...RowFields
            }
            pageInfo {
              endCursor
              hasNextPage
            }
          }
        }
      }
    }
  `,
  [RowFields],
);

export const WaitingOnOthers = graphql(
  `
    query WaitingOnOthers($first: Int!, $after: String) {
      viewer {
        inbox {
          waitingOnOthersCount
          waitingOnOthers(first: $first, after: $after) {
            nodes {
              ...RowFields
            }
            pageInfo {
              endCursor
              hasNextPage
            }
          }
        }
      }
    }
  `,
  [RowFields],
);

/** What was put off ('Later'), and until when. */
export const PutOffItems = graphql(
  `
    query PutOffItems($first: Int!, $after: String) {
      viewer {
        inbox {
          putOff(first: $first, after: $after) {
            nodes {
              ...RowFields
              laterUntil
            }
            pageInfo {
              endCursor
              hasNextPage
            }
          }
        }
      }
    }
  `,
  [RowFields],
);

/** The first line of a post as plain text: what a row asks. */
export function firstLine(markdown: string): string {
  const line = markdown.split('\n').find((text) => text.trim() !== '') ?? '';
  return line
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[#>\s*-]+/, '')
    .replace(/[*_`~]+/g, '')
    .trim();
}
