import { Module } from '@nestjs/common';
import { RecomputeCalendarsHandler } from './days-off/recompute-calendars.handler.js';
import { IdentityModule } from './identity.module.js';

@Module({
  imports: [IdentityModule],
  providers: [RecomputeCalendarsHandler],
  exports: [IdentityModule, RecomputeCalendarsHandler],
})
export class IdentityWorkerModule {}
