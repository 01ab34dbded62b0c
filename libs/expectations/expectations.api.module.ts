import { Module } from '@nestjs/common';
import { PlansModule } from '#plans';
import { ThreadsModule } from '#threads';
import { AnswerResolver } from './answer.resolver.js';
import { ExpectationPlans } from './expectation.plan.js';
import { ExpectationResolver, ExpectedResponseResolver, PostExpectationResolver } from './expectation.resolver.js';
import { ExpectationsModule } from './expectations.module.js';
import { InboxPlans } from './inbox.plan.js';
import { InboxResolver, ViewerInboxResolver } from './inbox.resolver.js';
import { SecondThoughtsResolver } from './second-thoughts.resolver.js';

@Module({
  imports: [ExpectationsModule, ThreadsModule, PlansModule],
  providers: [
    AnswerResolver,
    ExpectationPlans,
    ExpectationResolver,
    ExpectedResponseResolver,
    InboxPlans,
    InboxResolver,
    PostExpectationResolver,
    SecondThoughtsResolver,
    ViewerInboxResolver,
  ],
  exports: [ExpectationsModule],
})
export class ExpectationsApiModule {}
