import { Injectable } from '@nestjs/common';
import { type ForwardPageArgs, pageRequest } from '#graph';
import { column, entry, idColumn, type ListShape, list, NotPlanned, Plans, sameRow } from '#plans';
import { type Lane, laneJoins, laneText, placeOf } from './inbox.repository.js';

/** Lanes of the inbox: `r` the expected response, `p` its post, `t` the thread. Asks of one person are left to the resolver. */
@Injectable()
export class InboxPlans {
  constructor(plans: Plans) {
    plans.type('Viewer', { fields: { inbox: sameRow } });
    plans.type('Inbox', { fields: { waitingOnMe: lane('waiting_on_me'), waitingOnOthers: lane('waiting_on_others') } });
    plans.type('ExpectedResponse', {
      fields: {
        id: idColumn('r.id', 'ExpectedResponse'),
        recipient: entry('member', 'r.recipient_id'),
        status: column('r.status', 'word'),
        deliverAt: column('r.deliver_at', 'instant'),
        dueAt: column('r.due_at', 'instant'),
        overdue: column("(r.status = 'OPEN' and coalesce(r.due_at < :now, false))", 'boolean'),
        acknowledgedAt: column('r.acknowledged_at', 'instant'),
        promisedAt: column('r.promised_at', 'instant'),
        choice: column('r.choice', 'text'),
        note: column('r.note', 'text'),
        nudgedAt: column('r.nudged_at', 'instant'),
        post: sameRow,
      },
    });
  }
}

const lane = (name: Lane) =>
  list({
    of: 'ExpectedResponse',
    aliases: ['r', 'p', 't', 'c', 'cm'],
    joins: laneJoins,
    cursor: [
      { sql: 'r.due_at', form: 'instant' },
      { sql: 'r.id', form: 'word' },
    ],
    shape: laneShape,
    text: ({ page }, columns, joins) =>
      laneText(columns, joins, { lane: name, beyond: placeOf(page.beyond), ofPerson: false }),
  });

function laneShape(args: ForwardPageArgs & { authorId?: string | null; recipientId?: string | null }): ListShape {
  if (args.authorId || args.recipientId) throw new NotPlanned('Asks of one person.');
  return { page: pageRequest(args, ['instant?', 'id']), variant: '', values: {} };
}
