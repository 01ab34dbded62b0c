export { AdministrationApiModule } from './administration.api.module.js';
export { SettingOverrideEntity, SignOfLifeEntity } from './administration.entity.js';
export { AuditEvents } from './audit-events.service.js';
