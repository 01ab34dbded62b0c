export { AdministrationApiModule } from './administration.api.module.js';
export { AuditEvents } from './audit-events.service.js';
