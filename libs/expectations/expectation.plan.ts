import { Injectable } from '@nestjs/common';
import { column, Plans, sameRow } from '#plans';

/** What a post asks for stands in the post's own row. */
@Injectable()
export class ExpectationPlans {
  constructor(plans: Plans) {
    plans.type('Post', { fields: { expectation: sameRow } });
    plans.type('Expectation', {
      fields: {
        kind: column('p.kind', 'word'),
        timing: column('p.timing', 'word'),
        workingHours: column('p.working_hours', 'number'),
        workingDays: column('p.working_days', 'number'),
        by: column('p.by_instant', 'instant'),
        urgencyReason: column('p.urgency_reason', 'text'),
        quorum: column('p.quorum', 'word'),
        choices: column('array_to_json(p.choices)', 'json'),
      },
    });
  }
}
