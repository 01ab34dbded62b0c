import { graphql, type ResultOf } from '../api';

const DigestFields = graphql(`
  fragment DigestFields on Digest @_unmask {
    id
    periodStart
    periodEnd
    sections {
      kind
      entries {
        excerpt
        readingSeconds
        listeningSeconds
        expectedResponse {
          id
          dueAt
        }
        thread {
          id
          title
          conclusion {
            summary
          }
          channel {
            id
            name
            visibility
          }
        }
        post {
          id
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
          }
        }
      }
    }
  }
`);

export const PeriodQuery = graphql(
  `
    query CatchUpPeriod($since: DateTime!, $until: DateTime!) {
      viewer {
        digestPreview(periodStart: $since, periodEnd: $until) {
          ...DigestFields
        }
      }
    }
  `,
  [DigestFields],
);

export const PastDigestsQuery = graphql(`
  query PastDigests {
    viewer {
      digests(first: 12) {
        nodes {
          id
          periodStart
          periodEnd
        }
      }
    }
  }
`);

export type DigestShown = NonNullable<NonNullable<ResultOf<typeof PeriodQuery>['viewer']>['digestPreview']>;
export type Entry = DigestShown['sections'][number]['entries'][number];
export type SectionKind = DigestShown['sections'][number]['kind'];
