import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SpeechServer {
  /** As SPEECH_URL wants it. */
  url: string;
  /** Undefined: it refuses, as an engine does that has run out of memory. */
  hears?: readonly { start: number; end: number; text: string }[];
  close: () => void;
}

/** The transcription endpoint that OpenAI has described, with an answer that is known beforehand. */
export async function startSpeechServer(hears: SpeechServer['hears']): Promise<SpeechServer> {
  const answers = createServer((request, response) => {
    request.resume().on('end', () => {
      if (!speech.hears) return response.writeHead(422).end('out of memory');
      response.setHeader('content-type', 'application/json');
      return response.end(JSON.stringify({ language: 'english', segments: speech.hears }));
    });
  }).listen(0, '127.0.0.1');
  await once(answers, 'listening');
  const speech: SpeechServer = {
    url: `http://127.0.0.1:${(answers.address() as AddressInfo).port}/v1`,
    hears,
    close: () => answers.close(),
  };
  return speech;
}
