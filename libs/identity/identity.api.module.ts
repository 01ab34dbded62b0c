import { Module } from '@nestjs/common';
import { PlansModule } from '#plans';
import { DaysOffResolver } from './days-off/days-off.resolver.js';
import { GroupResolver } from './groups/group.resolver.js';
import { IdentityModule } from './identity.module.js';
import { IdentityAdministrationResolver } from './identity-administration.resolver.js';
import { MemberPlans } from './member.plan.js';
import { MemberResolver } from './member.resolver.js';
import { MemberVerbsResolver } from './member-verbs.resolver.js';
import { OwnAccountResolver } from './own-account.resolver.js';
import { SessionResolver } from './session.resolver.js';
import { ViewerResolver } from './viewer.resolver.js';

@Module({
  imports: [IdentityModule, PlansModule],
  providers: [
    DaysOffResolver,
    GroupResolver,
    IdentityAdministrationResolver,
    MemberPlans,
    MemberResolver,
    MemberVerbsResolver,
    OwnAccountResolver,
    SessionResolver,
    ViewerResolver,
  ],
  exports: [IdentityModule],
})
export class IdentityApiModule {}
