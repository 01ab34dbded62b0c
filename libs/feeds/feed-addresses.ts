import { createHmac } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Config, installationSecret } from '#config';
import { DomainEvents, UnitOfWork } from '#database';
import type { HubContext } from '#graph';
import { AuditLog, MemberDeactivated, MemberDirectory } from '#identity';
import { type Actor, Clock, groupBy, type Id, newId } from '#kernel';
import { signInForFeeds } from './feed.errors.js';
import { type Feed, feeds } from './feed-address.entity.js';
import { feedToken, isFeedToken, memberOfToken } from './feed-address.js';
import { FeedAddressRepository, type Subscriber } from './feed-address.repository.js';

const files: Record<Feed, string> = { PODCAST: 'podcast.xml', CALENDAR: 'calendar.ics' };

/** The private addresses of a member's feeds: who has one reads what the member reads. */
@Injectable()
export class FeedAddresses implements OnModuleInit {
  private readonly key: Buffer;

  constructor(
    private readonly rows: FeedAddressRepository,
    private readonly config: Config,
    private readonly audit: AuditLog,
    private readonly directory: MemberDirectory,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {
    // A key of its own purpose, so that no other use of the installation's secret can be played against this one.
    this.key = createHmac('sha256', installationSecret(config)).update('feed addresses').digest();
  }

  /** Who comes back one day gets new addresses, as they sign in anew. */
  onModuleInit(): void {
    this.events.onBeforeCommit(MemberDeactivated, ({ memberId }) =>
      this.rows.renew(memberId, feeds, newId(), this.clock.now()),
    );
  }

  /** Both addresses of the viewer are read once, whichever fields are asked for. @throws HubError feed.people_only */
  async of(context: HubContext, feed: Feed): Promise<string> {
    const editions = context.loader('feed.editions', async (ids: readonly Id[]) => {
      const rows = groupBy(await this.rows.editions(ids), ({ member_id }) => member_id);
      return ids.map((id) => rows.get(id) ?? []);
    });
    const { memberId, isToken } = context.signedIn;
    if (isToken) throw signInForFeeds();
    const found = (await editions.load(memberId)).find((one) => one.feed === feed);
    return this.address(memberId, feed, found?.edition ?? null);
  }

  /** From then on the address that was there opens nothing. @returns the new one @throws HubError feed.people_only */
  async renew(actor: Actor, feed: Feed): Promise<string> {
    if (actor.isToken) throw signInForFeeds();
    const edition = newId();
    const { handle } = (await this.directory.find(actor.memberId))!;
    await this.unitOfWork.run(async () => {
      await this.rows.renew(actor.memberId, [feed], edition, this.clock.now());
      await this.audit.record('feed.address_renewed', actor, `${handle} ${feed}`);
    });
    return this.address(actor.memberId, feed, edition);
  }

  /** Who reads by this token: looked up by the id in it, then compared in constant time. @returns undefined where it opens nothing */
  async admit(token: string, feed: Feed): Promise<Subscriber | undefined> {
    const memberId = memberOfToken(token);
    const found = memberId && (await this.rows.subscriber(memberId, feed));
    if (!found || !isFeedToken(this.key, token, memberId, feed, found.edition)) return undefined;
    const { role, timeZone } = found;
    return { memberId, role, timeZone };
  }

  /** The folder in which a token's files are. */
  folder(token: string): string {
    return `${this.config.publicUrl}/feeds/${token}`;
  }

  private address(memberId: Id, feed: Feed, edition: Id | null): string {
    return `${this.folder(feedToken(this.key, memberId, feed, edition))}/${files[feed]}`;
  }
}
