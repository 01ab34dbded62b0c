import { Module } from '@nestjs/common';
import { ChannelsModule } from '#channels';
import { IdentityModule } from '#identity';
import { ThreadsModule } from '#threads';
import { AnswerService } from './answer.service.js';
import { AskRepository } from './ask.repository.js';
import { AskService } from './ask.service.js';
import { ConcludingService } from './concluding.service.js';
import { DeliveryService } from './delivery.service.js';
import { InboxRepository } from './inbox.repository.js';
import { InboxService } from './inbox.service.js';
import { PreviewService } from './preview.service.js';
import { ReschedulingService } from './rescheduling.service.js';
import { ResponseRepository } from './response.repository.js';
import { ResponseService } from './response.service.js';
import { ResponseHistory } from './response-history.js';
import { SecondThoughtsRepository } from './second-thoughts.repository.js';
import { SecondThoughtsService } from './second-thoughts.service.js';
import { WithdrawingService } from './withdrawing.service.js';

const provided = [
  AnswerService,
  AskService,
  ConcludingService,
  DeliveryService,
  InboxService,
  PreviewService,
  ResponseHistory,
  ResponseService,
  SecondThoughtsService,
  WithdrawingService,
];

@Module({
  imports: [IdentityModule, ChannelsModule, ThreadsModule],
  providers: [
    ...provided,
    AskRepository,
    InboxRepository,
    ReschedulingService,
    ResponseRepository,
    SecondThoughtsRepository,
  ],
  exports: provided,
})
export class ExpectationsModule {}
