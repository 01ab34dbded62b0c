import { graphql, type ResultOf } from '../../api';

const CallFields = graphql(`
  fragment CallFields on Call @_unmask {
    id
    minutes
    decidedStart
    settledAt
    link
    invitationUrl
    times {
      start
      end
      choice
    }
  }
`);
export type CallNow = ResultOf<typeof CallFields>;

export const CallOfPost = graphql(
  `
    query CallOfPost($postId: ID!) {
      node(id: $postId) {
        __typename
        ... on Post {
          id
          call {
            ...CallFields
          }
        }
      }
    }
  `,
  [CallFields],
);

export const CallTimes = graphql(`
  query CallTimes($input: CallTimesInput!) {
    callTimes(input: $input) {
      times {
        start
        end
      }
      participants {
        timeZone
        ribbon {
          start
          end
        }
        member {
          id
          name
        }
      }
      withoutCommonTime {
        id
        name
      }
    }
  }
`);

export const ProposeCall = graphql(
  `
    mutation ProposeCall($input: ProposeCallInput!) {
      proposeCall(input: $input) {
        call {
          ...CallFields
          post {
            id
          }
        }
      }
    }
  `,
  [CallFields],
);
