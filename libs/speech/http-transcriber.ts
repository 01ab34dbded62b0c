import { randomBytes } from 'node:crypto';
import { postBounded } from './bounded-request.js';
import { languageTag } from './language-tag.js';
import { type Piece, wav } from './pieces.js';
import { type Hearing, PiecewiseTranscriber } from './piecewise-transcriber.js';
import { speechRefused } from './speech.errors.js';
import type { Heard, HeardSegment } from './transcriber.port.js';

const MAX_ANSWER_BYTES = 4 * 1024 ** 2;
/** For a model that must be loaded first. */
const LEAST_TIMEOUT_MS = 120_000;
/** Of the length of the sound: a large model on an old processor. */
const SLOWEST = 10;
/** Whisper reads the last 224 tokens of a prompt and no more. */
const MAX_PROMPT = 800;

export interface HttpTranscriberOptions {
  /** The base of the API, such as http://speech.lan:8000/v1 */
  url: string;
  /** Empty where it asks for none. */
  key: string;
  model: string;
  /** Of one request, as a spec wants it; in proportion to the sound otherwise. */
  timeoutMs?: number;
}

/**
 * An engine behind the transcription endpoint that OpenAI has described and whisper.cpp's server, speaches, LocalAI and
 * others speak. @see https://platform.openai.com/docs/api-reference/audio/createTranscription
 */
export class HttpTranscriber extends PiecewiseTranscriber {
  constructor(private readonly options: HttpTranscriberOptions) {
    super();
  }

  protected async hear(piece: Piece, { glossary, signal }: Hearing): Promise<Heard> {
    const { url, key, model } = this.options;
    const fields: Record<string, string> = {
      model,
      response_format: 'verbose_json',
      'timestamp_granularities[]': 'segment',
      temperature: '0',
    };
    const prompt = promptOf(glossary);
    if (prompt) fields.prompt = prompt;
    const form = multipart(fields, wav(piece.samples));
    const seconds = piece.endSeconds - piece.startSeconds;
    const answer = await postBounded(`${url}/audio/transcriptions`, {
      headers: {
        'content-type': form.contentType,
        accept: 'application/json',
        ...(key && { authorization: `Bearer ${key}` }),
      },
      body: form.body,
      timeoutMs: this.options.timeoutMs ?? LEAST_TIMEOUT_MS + seconds * SLOWEST * 1000,
      maxBytes: MAX_ANSWER_BYTES,
      signal,
    });
    return heardIn(answer, seconds);
  }
}

/** The organisation's words, as many as an engine reads. */
function promptOf(glossary: readonly string[]): string {
  let prompt = '';
  for (const word of glossary) {
    const longer = prompt ? `${prompt}, ${word}` : word;
    if (longer.length > MAX_PROMPT) break;
    prompt = longer;
  }
  return prompt;
}

function multipart(fields: Record<string, string>, sound: Buffer): { contentType: string; body: Buffer } {
  const boundary = `meantime-${randomBytes(16).toString('hex')}`;
  const part = (head: string) => `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n`;
  const texts = Object.entries(fields).map(([name, value]) => `${part(`name="${name}"`)}\r\n${value}\r\n`);
  const file = `${part('name="file"; filename="sound.wav"')}Content-Type: audio/wav\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(texts.join('') + file), sound, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { contentType: `multipart/form-data; boundary=${boundary}`, body };
}

/** @throws HubError speech.refused for what is no transcript */
function heardIn(answer: string, seconds: number): Heard {
  let said: { language?: unknown; text?: unknown; segments?: unknown };
  try {
    said = JSON.parse(answer);
  } catch {
    throw speechRefused(`Not JSON: ${answer.slice(0, 200)}`);
  }
  if (typeof said !== 'object' || said === null) throw speechRefused(`No transcript: ${answer.slice(0, 200)}`);
  const language = typeof said.language === 'string' ? languageTag(said.language) : null;
  if (Array.isArray(said.segments)) return { language, segments: said.segments.map(segmentOf) };
  if (typeof said.text !== 'string') throw speechRefused(`No transcript: ${answer.slice(0, 200)}`);
  // Some leave the segments out: then it is spoken somewhere in the piece.
  return { language, segments: [{ startSeconds: 0, endSeconds: seconds, text: said.text }] };
}

function segmentOf(segment: { start?: unknown; end?: unknown; text?: unknown } | null): HeardSegment {
  const { start, end, text } = segment ?? {};
  if (typeof start !== 'number' || typeof end !== 'number' || typeof text !== 'string') {
    throw speechRefused(`No segment: ${JSON.stringify(segment).slice(0, 200)}`);
  }
  return { startSeconds: start, endSeconds: end, text };
}
