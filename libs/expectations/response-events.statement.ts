import { statement } from '#database';

/** What others hear of (libs/attention decides how and when). */
export const toldActions = [
  'ASKED',
  'FULFILLED',
  'ANSWERED',
  'DONE',
  'DECLINED',
  'PROPOSED',
  'PROPOSAL_ACCEPTED',
  'PROPOSAL_REFUSED',
  'RESCHEDULED',
  'NUDGED',
  'UNDONE',
] as const;

/** Adds to the history of expected responses, and tells who plans deliveries of what others hear of. */
export const recordEvents = statement(
  'responses.record',
  `with e as (select * from jsonb_to_recordset($1::jsonb) as e (id uuid, response uuid, data jsonb)),
   happened as (
     insert into happenings (kind, response_ids, action, actor_id, at)
     select 'RESPONSES', array_agg(e.response), $3::text, $2::uuid, $4::timestamptz from e
     where $3 = any($5::text[]) having count(*) > 0)
   insert into expected_response_events (id, expected_response_id, actor_id, action, data, at)
   select e.id, e.response, $2::uuid, $3::text, e.data, $4::timestamptz from e`,
);
