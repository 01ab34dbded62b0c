export { AnswerService } from './answer.service.js';
export { type Ask, type AskInput, instantsFor } from './ask.js';
export { AskService } from './ask.service.js';
export { ConcludingService } from './concluding.service.js';
export { DeliveryService } from './delivery.service.js';
export { askInput, ExpectationInput } from './expectation.inputs.js';
export { ExpectedResponsePayload, ExpectedResponseType, QuorumEnum } from './expectation.type.js';
export { ExpectationsApiModule } from './expectations.api.module.js';
export { ExpectationsModule } from './expectations.module.js';
export {
  ExpectedResponseEntity,
  ExpectedResponseEventEntity,
  type ResponseStatus,
  UrgentPostEntity,
} from './expected-response.entity.js';
export { InboxService } from './inbox.service.js';
export { PreviewService } from './preview.service.js';
export { remindAtMs } from './reminder.js';
export { ResponseService } from './response.service.js';
export { type ResponseRow, type ResponseView, responseColumns, responseView } from './response-view.js';
export { SecondThoughtsService } from './second-thoughts.service.js';
export { timingOfColumns } from './timing.js';
export { WithdrawingService } from './withdrawing.service.js';
