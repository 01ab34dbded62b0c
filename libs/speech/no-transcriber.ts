import { noSpeechEngine } from './speech.errors.js';
import { type Heard, Transcriber } from './transcriber.port.js';

/** Where no engine is named: recordings have no transcript, unless somebody writes one. */
export class NoTranscriber extends Transcriber {
  readonly isConfigured = false;

  async transcribe(): Promise<Heard> {
    throw noSpeechEngine();
  }
}
