import { randomFillSync } from 'node:crypto';
import { machineClock } from './clock.js';
import { invalidInput } from './hub-error.js';

/** A UUIDv7 as lower-case text: what the database stores. */
export type Id = string;

/**
 * What the API calls things: a three-letter kind, an underscore and the stored id, so that `node(id)` knows where to
 * look and an id of one kind given for another is caught before any statement runs. Opaque to clients.
 */
export const idKinds = {
  Member: 'mem',
  Absence: 'abs',
  Channel: 'chn',
  Thread: 'thr',
  Post: 'pst',
  ExpectedResponse: 'rsp',
  Media: 'med',
  Digest: 'dig',
  AuditEvent: 'aud',
  AccessToken: 'tok',
  Session: 'ses',
  Draft: 'drf',
  Recording: 'rec',
  Invitation: 'inv',
  MemberAccount: 'mac',
  FailedJob: 'fjb',
  DigestDelivery: 'dgd',
  Delivery: 'dlv',
  Call: 'cll',
  OrganizationDay: 'ody',
  FocusBlock: 'fcb',
  PushDevice: 'psh',
  Group: 'grp',
  Webhook: 'whk',
} as const;
export type IdKind = keyof typeof idKinds;

const kindByPrefix = new Map(Object.entries(idKinds).map(([kind, prefix]) => [prefix, kind as IdKind]));
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for lower-case UUID text of any version. */
export const isId = (text: string): text is Id => uuid.test(text);

/** The stored id as the API shows it. */
export const globalId = (kind: IdKind, id: Id): string => `${idKinds[kind]}_${id}`;

/** Kind and stored id of an API id, or undefined where the text is not one of ours. */
export function parseGlobalId(text: string): { kind: IdKind; id: Id } | undefined {
  const kind = kindByPrefix.get(text.slice(0, 3) as (typeof idKinds)[IdKind]);
  const id = text.slice(4);
  return kind && text[3] === '_' && isId(id) ? { kind, id } : undefined;
}

/**
 * The stored id inside an API id of the given kind.
 * @returns undefined for anything else: callers answer as if the thing did not exist.
 */
export function localId(kind: IdKind, text: string): Id | undefined {
  const parsed = parseGlobalId(text);
  return parsed?.kind === kind ? parsed.id : undefined;
}

/** Like {@link localId} for ids inside inputs: a wrong kind is refused with the field's name. */
export function requireLocalId(kind: IdKind, text: string, field: string): Id {
  const id = localId(kind, text);
  if (!id) throw invalidInput('input.not_an_id', `This is not the id of a ${kind}.`, { field });
  return id;
}

let lastMs = 0;
let sequence = 0;
const random = Buffer.alloc(4096);
let randomAt = random.length;

/**
 * A new UUIDv7: 48 bits of milliseconds, a 12-bit counter within the millisecond, 62 random bits, so ids made by one
 * process sort in the order in which they were made.
 * @see RFC 9562, section 5.7 and method 1 of section 6.2
 */
export function newId(nowMs: number = machineClock.nowMs()): Id {
  if (nowMs > lastMs) {
    lastMs = nowMs;
    sequence = 0;
  } else if (++sequence > 0xfff) {
    lastMs += 1;
    sequence = 0;
  }
  if (randomAt + 8 > random.length) {
    randomFillSync(random);
    randomAt = 0;
  }
  const time = lastMs.toString(16).padStart(12, '0');
  const tail = random.subarray(randomAt, randomAt + 8);
  randomAt += 8;
  tail[0] = (tail[0]! & 0x3f) | 0x80;
  const hex = tail.toString('hex');
  const counter = sequence.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${hex.slice(0, 4)}-${hex.slice(4)}`;
}
