export { DeliveryFields } from './queries';
export { useWhy } from './use-why';
export { type DeliveryKind, kindWords, ruleWords, stateWords, whyWords } from './words';
