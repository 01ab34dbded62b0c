export { column, type EntrySource, entry, idColumn, type ListShape, list, sameRow } from './field-plan.js';
export { NotPlanned } from './not-planned.js';
export { type PlannedQuery, Plans } from './plans.js';
export { PlansModule } from './plans.module.js';
