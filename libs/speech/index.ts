export { HttpTranscriber, type HttpTranscriberOptions } from './http-transcriber.js';
export { NoTranscriber } from './no-transcriber.js';
export { PocketsphinxTranscriber } from './pocketsphinx-transcriber.js';
export { noSpeechEngine } from './speech.errors.js';
export {
  type Heard,
  type HeardSegment,
  SPEECH_RATE_HZ,
  type TranscribeOptions,
  Transcriber,
} from './transcriber.port.js';
