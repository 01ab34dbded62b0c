export { Prose } from './prose';
export { plainLine, questionOf } from './question';
