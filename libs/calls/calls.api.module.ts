import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { ThreadsModule } from '#threads';
import { CallsModule } from './calls.module.js';
import { CallPostResolver, CallsResolver } from './calls.resolver.js';
import { InvitationRoutes } from './invitation.routes.js';

@Module({
  imports: [CallsModule, IdentityModule, ThreadsModule],
  exports: [CallsModule],
  providers: [CallPostResolver, CallsResolver, InvitationRoutes],
})
export class CallsApiModule {}
