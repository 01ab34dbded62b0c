import { GuardedRequests } from '#outward';

/** The requests that go to members' own tools, by the rules that the operator has set for them. */
export class WebhookRequests extends GuardedRequests {}
