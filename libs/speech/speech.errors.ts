import { HubError } from '#kernel';

/** The engine does not answer, or not in time. @param detail for the log */
export const speechUnavailable = (detail: string): HubError =>
  new HubError(
    'INTERNAL',
    'speech.unavailable',
    'The speech engine does not answer. Try again later, or tell an administrator.',
    { cause: new Error(detail) },
  );

/** The engine answers, and will not do this however often it is asked. @param detail for the log */
export const speechRefused = (detail: string): HubError =>
  new HubError(
    'INTERNAL',
    'speech.refused',
    'The speech engine could not write this recording down. Write the transcript by hand, or tell an administrator.',
    { cause: new Error(detail) },
  );

export const noSpeechEngine = (): HubError =>
  new HubError('INTERNAL', 'speech.none', 'No speech engine is set up here: an administrator sets SPEECH_ENGINE.');
