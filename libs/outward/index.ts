export { GuardedRequests, NotReached } from './guarded-requests.js';
export { isPublicAddress } from './public-address.js';
