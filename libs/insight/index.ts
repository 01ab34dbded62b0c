export { InsightApiModule } from './insight.api.module.js';
export { InsightWeekEntity } from './insight-week.entity.js';
