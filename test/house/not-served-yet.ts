/** What the contract promises and later work serves: each line exactly as graphql-js finds it. */
export const notServedYet: readonly string[] = [
  'EditTranscriptInput was removed.',
  'Media.captionsUrl was removed.',
  'Media.transcript was removed.',
  'Mutation.editTranscript was removed.',
  'Transcript was removed.',
  'TranscriptSegment was removed.',
  'TranscriptSegmentInput was removed.',
  'Viewer.calendarFeedUrl was removed.',
  'Viewer.podcastFeedUrl was removed.',
];
