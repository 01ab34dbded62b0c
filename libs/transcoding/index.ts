export { makePlayable } from './make-playable.js';
export { findMediaTools, type MediaTools } from './media-tools.js';
export { planRenditions, type RenditionPlan } from './plan-renditions.js';
export { type MediaFacts, probe } from './probe.js';
export { type Sniffed, sniff } from './sniff.js';
export { type RenditionFiles, type TranscodeResult, transcode } from './transcode.js';
export { UnreadableMedia } from './transcoding.errors.js';
