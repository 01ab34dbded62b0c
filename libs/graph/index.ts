export { cursorOf } from './cursor.js';
export { ErrorCodeEnum } from './error-code.type.js';
export { FieldArgs } from './field-args.js';
export { formatError } from './format-error.js';
export { unauthenticated } from './graph.errors.js';
export { CurrentActor, HubContext, OperationContext } from './hub-context.js';
export { inputPipe } from './input-pipe.js';
export { NodeType } from './node.type.js';
export { MAX_COST, MAX_DEPTH, operationCost, refuseCostly } from './operation-cost.js';
export {
  connectionOf,
  ForwardPageArgs,
  Page,
  PageArgs,
  PageInfo,
  type PageRequest,
  pageRequest,
} from './page.js';
export { ByteCount, DateTime, EmailAddress, LocalDate, LocalTime, Markdown, TimeZone, Url } from './scalars.js';
