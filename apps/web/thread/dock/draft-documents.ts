import { graphql } from '../../api';

export const SaveReplyDraft = graphql(`
  mutation SaveReplyDraft($input: SaveDraftInput!) {
    saveDraft(input: $input) {
      draft {
        id
        updatedAt
      }
    }
  }
`);

export const DiscardReplyDraft = graphql(`
  mutation DiscardReplyDraft($input: DiscardDraftInput!) {
    discardDraft(input: $input) {
      discardedId
    }
  }
`);

/** Drafts of other devices: one of this thread is gone on with. */
export const DraftsElsewhere = graphql(`
  query DraftsElsewhere {
    viewer {
      drafts(first: 30) {
        nodes {
          id
          body
          expectationJson
          thread {
            id
          }
          media {
            id
            filename
          }
        }
      }
    }
  }
`);
