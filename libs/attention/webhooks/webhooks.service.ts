import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config, installationSecret } from '#config';
import { UnitOfWork } from '#database';
import { AuditLog } from '#identity';
import { type Actor, Clock, globalId, HubError, type Id, invalidInput, newId } from '#kernel';
import { NotReached } from '#outward';
import { WebhookRepository, type WebhookRow } from './webhook.repository.js';
import { type SignedMessage, secretText, signedMessage } from './webhook-message.js';
import { WebhookRequests } from './webhook-requests.js';

export const MOST_WEBHOOKS = 5;
/** A tool that has taken nothing for so long is told nothing more, until it is added again. */
const GIVEN_UP_AFTER_MS = 5 * 86_400_000;
/** The tool wants no more: given up at once. */
const GONE = 410;
const WANTS_NO_MORE = 'It answered 410: it wants no more.';

export interface WebhookView {
  id: string;
  url: string;
  createdAt: string;
  reachedAt: string | null;
  failure: string | null;
  isGivenUp: boolean;
}

/** What a tool is told. */
export interface WebhookMessage {
  /** Stays the same when it is told again. */
  id: string;
  type: 'delivery' | 'test';
  data: object;
}

/** A member's own tools. */
@Injectable()
export class WebhooksService {
  private readonly key: Buffer;

  constructor(
    private readonly webhooks: WebhookRepository,
    private readonly requests: WebhookRequests,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    config: Config,
  ) {
    // A key of its own purpose, so that no other use of the installation's secret can be played against this one.
    this.key = createHmac('sha256', installationSecret(config)).update('webhooks').digest();
  }

  async of(actor: Actor): Promise<WebhookView[]> {
    return (await this.webhooks.of(actor.memberId)).map((row) => this.view(row));
  }

  /**
   * @returns the secret with which the tool checks what comes: it is shown this once
   * @throws HubError webhook.bad_address, webhook.too_many, webhook.sign_in_needed
   */
  async add(actor: Actor, url: string): Promise<string> {
    if (actor.isToken) throw signInNeeded();
    if (!this.requests.accepts(url)) throw badAddress();
    const id = newId();
    await this.unitOfWork.run(async () => {
      if (!(await this.webhooks.add(id, actor.memberId, url, this.clock.now(), MOST_WEBHOOKS))) throw tooMany();
      await this.audit.record('webhook.added', actor, new URL(url).host);
    });
    return secretText(this.keyOf(id));
  }

  /** @throws HubError webhook.not_found, webhook.sign_in_needed */
  async remove(actor: Actor, id: Id | undefined): Promise<void> {
    if (actor.isToken) throw signInNeeded();
    await this.unitOfWork.run(async () => {
      const url = id && (await this.webhooks.remove(id, actor.memberId));
      if (!url) throw noSuchWebhook();
      await this.audit.record('webhook.removed', actor, new URL(url).host);
    });
  }

  /** Tells one tool something at once. @throws HubError webhook.not_found, webhook.not_reached */
  async test(actor: Actor, id: Id | undefined): Promise<void> {
    const row = (await this.webhooks.of(actor.memberId)).find((one) => one.id === id);
    if (!row) throw noSuchWebhook();
    const said = await this.tellOne(row, { id: `msg_${newId()}`, type: 'test', data: { title: 'It works.' } });
    if (said) throw notReached(said);
  }

  /** Those of the members who have a tool that can be told: for others nothing is planned. */
  holders(memberIds: readonly Id[]): Promise<Set<Id>> {
    return this.webhooks.holders(memberIds, new Date(this.clock.nowMs() - GIVEN_UP_AFTER_MS));
  }

  /** Tells all tools of a member. @throws WebhookDeferred where one did not take it: all are told again, by the same id */
  async tell(memberId: Id, messages: readonly WebhookMessage[]): Promise<void> {
    const rows = (await this.webhooks.of(memberId)).filter((row) => !this.isGivenUp(row));
    const problems = await Promise.all(
      rows.map(async (row) => {
        // One after the other, in their order; what is down for one is down for all.
        for (const message of messages) {
          const problem = await this.tellOne(row, message);
          if (problem) return problem;
        }
        return undefined;
      }),
    );
    const problem = problems.find((one) => one !== undefined);
    if (problem) throw new WebhookDeferred(problem);
  }

  /** @returns what went wrong, in words; undefined where it was taken, or the tool wants no more */
  private async tellOne(
    { id, url }: WebhookRow,
    { type, data, ...message }: WebhookMessage,
  ): Promise<string | undefined> {
    const now = this.clock.now();
    const signed = signedMessage(this.keyOf(id), message.id, now.getTime(), {
      type,
      timestamp: now.toISOString(),
      data,
    });
    const answer = await this.answerOf(url, signed);
    if (answer === 'taken') await this.webhooks.took(id, now);
    else if (answer === 'gone')
      await this.webhooks.failed(id, new Date(now.getTime() - GIVEN_UP_AFTER_MS), WANTS_NO_MORE);
    else await this.webhooks.failed(id, now, answer.problem);
    return typeof answer === 'string' ? undefined : answer.problem;
  }

  private async answerOf(
    url: string,
    { headers, body }: SignedMessage,
  ): Promise<'taken' | 'gone' | { problem: string }> {
    if (!this.requests.accepts(url)) return { problem: 'This address is not allowed any more.' };
    try {
      const status = await this.requests.post(url, headers, body);
      if (status === GONE) return 'gone';
      return status >= 200 && status < 300 ? 'taken' : { problem: `It answered ${status}.` };
    } catch (error) {
      if (error instanceof NotReached) return { problem: error.message };
      throw error;
    }
  }

  private keyOf(id: Id): Buffer {
    return createHmac('sha256', this.key).update(id).digest();
  }

  private isGivenUp({ failing_since }: WebhookRow): boolean {
    return failing_since !== null && Date.parse(failing_since) <= this.clock.nowMs() - GIVEN_UP_AFTER_MS;
  }

  private view(row: WebhookRow): WebhookView {
    const { id, url, created_at, reached_at, failure } = row;
    const isGivenUp = this.isGivenUp(row);
    return { id: globalId('Webhook', id), url, createdAt: created_at, reachedAt: reached_at, failure, isGivenUp };
  }
}

/** A tool took nothing: worth another try. */
export class WebhookDeferred extends Error {
  override name = 'WebhookDeferred';
}

const badAddress = () =>
  invalidInput('webhook.bad_address', 'Give the https address of a tool that can be reached from the internet.', {
    field: 'url',
  });
const tooMany = () =>
  new HubError('CONFLICT', 'webhook.too_many', `At most ${MOST_WEBHOOKS} webhooks: remove one first.`, {
    data: { most: MOST_WEBHOOKS },
  });
const signInNeeded = () =>
  new HubError('FORBIDDEN', 'webhook.sign_in_needed', 'Sign in to change webhooks: an access token may not.');
const noSuchWebhook = () => new HubError('NOT_FOUND', 'webhook.not_found', 'There is no such webhook of yours.');
const notReached = (said: string) =>
  new HubError('CONFLICT', 'webhook.not_reached', 'The tool did not take it: see what it said, and try again.', {
    data: { said },
  });
