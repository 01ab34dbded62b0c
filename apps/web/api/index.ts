export { type Asked, ask } from './ask';
export { storage } from './cache';
export { client } from './client';
export { type FragmentOf, graphql, type ResultOf, readFragment, type VariablesOf } from './graphql';
export { onComeBack } from './live';
export { type Refusal, refusalOf, sentenceOf } from './problem';
export { onSignedOut } from './signed-out';
