import { invalidJobId, invalidPayload } from './queue.errors.js';

/** Payloads hold ids; what is larger belongs into the database. In bytes of JSON. */
const maxPayloadBytes = 65_536;
const jobIdShape = /^(?!\d+$)[A-Za-z0-9_.-]{1,200}$/;
const loneSurrogate = /\p{Surrogate}/u;

/**
 * Lets through what both engines store alike: Postgres refuses U+0000 and halves of characters in its JSON, and says
 * so only when it is too late to tell who sent it.
 * @throws HubError `queue.invalid_payload`
 * @see https://www.postgresql.org/docs/current/datatype-json.html
 */
export function checkPayload(jobName: string, payload: object): void {
  const checkText = (text: string) => {
    if (text.includes('\u0000')) throw invalidPayload(jobName, 'it holds the character U+0000');
    if (loneSurrogate.test(text)) throw invalidPayload(jobName, 'it holds half of a character');
  };
  const json = stringify(jobName, payload, (key, value: unknown) => {
    checkText(key);
    if (typeof value === 'string') checkText(value);
    return value;
  });
  if (!json?.startsWith('{')) throw invalidPayload(jobName, 'it is no JSON object');
  const bytes = Buffer.byteLength(json);
  if (bytes > maxPayloadBytes) {
    throw invalidPayload(jobName, `it has ${bytes} bytes of JSON and at most ${maxPayloadBytes} are taken: send ids`);
  }
}

/** @throws HubError `queue.invalid_job_id` */
export function checkJobId(jobId: string): void {
  if (!jobIdShape.test(jobId)) throw invalidJobId(jobId);
}

function stringify(
  jobName: string,
  payload: object,
  replacer: (key: string, value: unknown) => unknown,
): string | undefined {
  try {
    return JSON.stringify(payload, replacer);
  } catch (error) {
    // A cycle or a bigint, as a rule.
    if (error instanceof TypeError) throw invalidPayload(jobName, 'it is not JSON', error);
    throw error;
  }
}
