import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Config } from '#config';
import { Sql, statement } from '#database';
import {
  AnswerService,
  type AskInput,
  ConcludingService,
  ResponseService,
  type ResponseStatus,
  WithdrawingService,
} from '#expectations';
import { type Actor, type Id, ManualClock, newId, type Role, tokenScopes } from '#kernel';
import { OpeningService, type Posted, ReplyingService } from '#posting';
import type { WorkingInterval } from '#working-time';
import { createApi } from '../../apps/api/create-api.js';
import type { ChannelVisibility } from '../../libs/channels/channel.entity.js';
import { ChannelCreation } from '../../libs/channels/channel-creation.service.js';
import { AbsenceService } from '../../libs/identity/absence.service.js';
import { MembershipChanges } from '../../libs/identity/membership-changes.service.js';
import type { TestDatabase } from './database.js';
import { temporaryDirectory } from './servers/temporary-directory.js';

/** A Monday, 10:00 in Berlin, 04:00 in New York. */
export const MONDAY = '2026-11-23T09:00:00.000Z';

/** Nine to five, Monday to Friday, in wall-clock time. */
export const nineToFive: WorkingInterval[] = (['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] as const).map(
  (day) => ({ day, startMinute: 540, endMinute: 1020 }),
);

const organize = statement(
  'spec.organize',
  `insert into organizations (id, name, created_at) values ($1, 'Orchard', $2) on conflict do nothing`,
);
const insertMember = statement(
  'spec.insert_asked_member',
  `insert into members (id, handle, name, email, role, time_zone, week, created_at)
   values ($1, $2, $2, $2 || '@orchard.example', $3, $4, $5::jsonb, $6)`,
);
const owedOf = statement(
  'spec.owed_of_post',
  `select r.id, r.recipient_id as recipient, r.status, r.deliver_at, r.delivered_at, r.due_at, r.acknowledged_at, r.promised_at,
     r.choice, r.note, r.delegated_to_id, r.answer_post_id, r.proposal_accepted, r.closed_at,
     array(select e.action from expected_response_events e where e.expected_response_id = r.id order by e.at, e.action <> 'ASKED', e.id) as history
   from expected_responses r where r.post_id = $1 order by r.created_at, r.id`,
);

export interface Owed {
  id: Id;
  recipient: Id;
  status: ResponseStatus;
  deliver_at: string;
  delivered_at: string | null;
  due_at: string | null;
  acknowledged_at: string | null;
  promised_at: string | null;
  choice: string | null;
  note: string | null;
  delegated_to_id: Id | null;
  answer_post_id: Id | null;
  proposal_accepted: boolean | null;
  closed_at: string | null;
  history: string[];
}

/** The api's own services on a real database, with people of several zones who ask each other. */
export async function askingHub(database: TestDatabase, settings: Readonly<Record<string, string>> = {}) {
  const clock = new ManualClock(Date.parse(MONDAY));
  const directory = await temporaryDirectory('asking');
  const config = Config.read({
    DATABASE_URL: database.url,
    MEANTIME_DATA_DIR: directory,
    LOG_FORMAT: 'json',
    ...settings,
  });
  const app: NestFastifyApplication = await createApi(config, clock);
  const get = <Service>(service: abstract new (...parts: never[]) => Service): Service =>
    app.get(service as never, { strict: false });
  const sql = get(Sql);
  await sql.rows(organize, [newId(), clock.now()]);

  let count = 0;
  async function member(
    timeZone = 'Europe/Berlin',
    { role = 'MEMBER' as Role, week = nineToFive, handle = `person-${++count}` } = {},
  ): Promise<Actor & { handle: string }> {
    const memberId = newId();
    await sql.rows(insertMember, [memberId, handle, role, timeZone, JSON.stringify(week), clock.now()]);
    return { memberId, role, isBot: false, scopes: new Set(tokenScopes), credentialId: newId(), handle };
  }

  async function channel(
    maker: Actor,
    others: readonly Actor[],
    visibility: ChannelVisibility = 'PUBLIC',
  ): Promise<Id> {
    const memberIds = others.map(({ memberId }) => memberId);
    return (
      await get(ChannelCreation).create(maker, { name: `Channel ${++count}`, purpose: '', visibility, memberIds })
    ).key;
  }

  const input = (expectation: AskInput | null, more: object = {}) => ({
    body: 'Say something.',
    mediaIds: [],
    moment: null,
    publishAt: null,
    idempotencyKey: null,
    expectation,
    ...more,
  });

  return {
    get,
    sql,
    clock,
    member,
    channel,
    input,
    absences: get(AbsenceService),
    membership: get(MembershipChanges),
    answers: get(AnswerService),
    concluding: get(ConcludingService),
    withdrawing: get(WithdrawingService),
    responses: get(ResponseService),
    open: (by: Actor, channelId: Id, expectation: AskInput | null, more: object = {}): Promise<Posted> =>
      get(OpeningService).openThread(by, channelId, 'Which colour?', input(expectation, more)),
    reply: (by: Actor, threadId: Id, expectation: AskInput | null = null, more: object = {}): Promise<Posted> =>
      get(ReplyingService).postReply(by, threadId, input(expectation, more)),
    owed: (postId: Id): Promise<Owed[]> => sql.rows<Owed>(owedOf, [postId]),
    /** @returns where its routes answer */
    listen: async (): Promise<string> => {
      await app.listen(0, '127.0.0.1');
      return app.getUrl();
    },
    close: (): Promise<void> => app.close(),
  };
}

export type AskingHub = Awaited<ReturnType<typeof askingHub>>;

/** What a refusal says of itself. */
export const refused = async (work: Promise<unknown>): Promise<{ reason: string; data?: Record<string, unknown> }> =>
  work.then(
    () => ({ reason: 'not refused' }),
    (error: { reason?: string; data?: Record<string, unknown> }) => ({
      reason: error.reason ?? String(error),
      data: error.data,
    }),
  );
