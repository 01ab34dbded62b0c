import { HubError, invalidInput } from '#kernel';

export const onlyOwnerEdits = (): HubError =>
  new HubError('FORBIDDEN', 'transcript.not_yours', 'Only its owner or an administrator can edit this transcript.');

export const nothingSpoken = (): HubError =>
  new HubError('CONFLICT', 'transcript.not_a_recording', 'Only a video or a sound that has arrived has a transcript.', {
    field: 'mediaId',
  });

export const tooManySegments = (most: number): HubError =>
  invalidInput('transcript.too_many_segments', `A transcript has at most ${most} segments: join some of them.`, {
    field: 'segments',
    data: { most },
  });

export const tooManyWords = (most: number): HubError =>
  invalidInput('transcript.too_long', `A transcript has at most ${most} characters: shorten it.`, {
    field: 'segments',
    data: { most },
  });

/** @param index of the segment, from 0 */
export const badSegment = (index: number): HubError =>
  invalidInput(
    'transcript.bad_segment',
    'Each segment has words, begins no earlier than the one before it, and ends after its beginning: correct this one.',
    { field: `segments.${index}`, data: { index } },
  );
