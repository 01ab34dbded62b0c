import { graphql } from '../api';

/** Why one thing that is asked of the reader reached them when it did. */
export const WhyNow = graphql(`
  query WhyNow($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on ExpectedResponse {
        deliveryReason {
          rule
          happenedAt
          deliverAt
        }
      }
    }
  }
`);

export const DeliveryFields = graphql(`
  fragment DeliveryFields on Delivery @_unmask {
    id
    eventKey
    kind
    route
    deliveredAt
    droppedAt
    failure
    reason {
      rule
      happenedAt
      deliverAt
    }
    actor {
      id
      name
      avatarUrl
    }
    thread {
      id
      title
    }
    post {
      id
    }
  }
`);
