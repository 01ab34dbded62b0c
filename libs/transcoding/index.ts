export { makePlayable } from './make-playable.js';
export type { AudioFacts, MediaFacts, VideoFacts } from './media-facts.js';
export { findMediaTools, type MediaTools } from './media-tools.js';
export { planRenditions, type RenditionPlan, type RenditionSettings } from './plan-renditions.js';
export { probe } from './probe.js';
export { type Sniffed, sniff } from './sniff.js';
export { type RenditionFiles, type TranscodeOptions, type TranscodeResult, transcode } from './transcode.js';
export { UnreadableMedia, type UnreadableReason } from './transcoding.errors.js';
export type { ToolLimits } from './work-limits.js';
