import { Module } from '@nestjs/common';
import { IdentityModule } from './identity.module.js';
import { MemberResolver } from './member.resolver.js';
import { ViewerResolver } from './viewer.resolver.js';

@Module({ imports: [IdentityModule], providers: [MemberResolver, ViewerResolver], exports: [IdentityModule] })
export class IdentityApiModule {}
