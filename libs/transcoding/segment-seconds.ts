/** Seconds between key frames and so of HLS segments: a seek decodes this much at most. */
export const SEGMENT_SECONDS = 4;
