import { graphql, type ResultOf } from '../api';

/** What is needed to show and to play a media item. */
export const MediaFields = graphql(`
  fragment MediaFields on Media @_unmask {
    id
    kind
    status
    progress
    remainingSeconds
    failure
    filename
    mimeType
    byteSize
    durationSeconds
    width
    height
    originalUrl
    hlsUrl
    mp4Url
    audioUrl
    imageUrl
    posterUrl
    storyboardUrl
    captionsUrl
    transcriptStatus
    waveform
    silences {
      startSeconds
      endSeconds
    }
  }
`);
export type MediaNow = ResultOf<typeof MediaFields>;

export const MediaAgain = graphql(
  `
    query MediaAgain($id: ID!) {
      media(id: $id) {
        ...MediaFields
      }
    }
  `,
  [MediaFields],
);

export const MediaChanged = graphql(
  `
    subscription MediaChanged($mediaId: ID!) {
      mediaChanged(mediaId: $mediaId) {
        ...MediaFields
      }
    }
  `,
  [MediaFields],
);

export const RetryMedia = graphql(
  `
    mutation RetryMedia($input: RetryMediaInput!) {
      retryMedia(input: $input) {
        media {
          ...MediaFields
        }
      }
    }
  `,
  [MediaFields],
);

/** What a player and its panel read beside the media itself: what is said in it, and what was said about it. */
export const MediaTalk = graphql(`
  query MediaTalk($id: ID!) {
    media(id: $id) {
      id
      createdAt
      owner {
        id
        name
        avatarUrl
      }
      transcript {
        language
        edited
        segments {
          startSeconds
          endSeconds
          text
        }
        chapters {
          title
          startSeconds
        }
      }
      moments {
        id
        body
        deletedAt
        publishedAt
        author {
          id
          name
          avatarUrl
        }
        moment {
          seconds
        }
      }
    }
  }
`);
export type MediaTalkNow = NonNullable<ResultOf<typeof MediaTalk>['media']>;
