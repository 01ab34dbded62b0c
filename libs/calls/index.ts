export { CallEntity } from './call.entity.js';
export { CallReading } from './call-reading.service.js';
export { CallsApiModule } from './calls.api.module.js';
export { mailInvitation } from './calls.jobs.js';
export { CallsWorkerModule } from './calls.worker.module.js';
export { MailInvitationHandler } from './mail-invitation.handler.js';
export { CallSettling } from './settling.service.js';
