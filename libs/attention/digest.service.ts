import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { cursorOf, type ForwardPageArgs, Page, pageRequest } from '#graph';
import { MemberDirectory } from '#identity';
import { Jobs } from '#jobs';
import { type Actor, Clock, globalId, type Id, newId } from '#kernel';
import { badPeriod } from './attention.errors.js';
import { mailDigest } from './attention.jobs.js';
import { DeliveryRepository } from './deliveries/delivery.repository.js';
import { DigestRepository, type DigestRow } from './digest.repository.js';
import { type DigestContents, digestContents, MAX_SECTION } from './digest-contents.js';

const MAX_PERIOD_DAYS = 92;
const DAY_MS = 86_400_000;

/** A digest as the API shows it; its sections are completed when they are asked for. */
export interface DigestView {
  key: Id;
  id: string;
  periodStart: string;
  periodEnd: string;
  contents: readonly DigestContents[];
}

@Injectable()
export class DigestService {
  constructor(
    private readonly digests: DigestRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly directory: MemberDirectory,
    private readonly jobs: Jobs,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Makes a member's digest of a period, once; nothing to say makes none. What was left to it is told then. */
  async make(memberId: Id, periodStart: string, periodEnd: string, byEmail: boolean): Promise<void> {
    const member = await this.directory.find(memberId);
    if (!member || member.deactivatedAt) return;
    const [start, end] = [new Date(periodStart), new Date(periodEnd)];
    const sections = await this.contents({ memberId, role: member.role }, start, end);
    if (sections.length === 0) return;
    await this.deliveries.toldByDigest(memberId, end);
    await this.unitOfWork.run(async () => {
      const id = newId();
      const isMailed = byEmail && member.address !== null;
      const isNew = await this.digests.insert(id, memberId, start, end, sections, this.clock.now(), isMailed);
      if (isNew && isMailed) await this.jobs.ask(mailDigest, { digestId: id });
    });
  }

  /**
   * What a digest over the period would hold, without making one; undefined where there is nothing to say.
   * @throws HubError digest.bad_period
   */
  async preview(actor: Actor, periodStart: string, periodEnd: string): Promise<DigestView | undefined> {
    const [start, end] = [new Date(periodStart), new Date(periodEnd)];
    const lengthMs = end.getTime() - start.getTime();
    if (lengthMs <= 0 || lengthMs > MAX_PERIOD_DAYS * DAY_MS) throw badPeriod(MAX_PERIOD_DAYS);
    const contents = await this.contents(actor, start, end);
    if (contents.length === 0) return undefined;
    const key = newId();
    return { key, id: globalId('Digest', key), periodStart, periodEnd, contents };
  }

  /** A member's own digests, newest first. */
  async page(actor: Actor, args: ForwardPageArgs): Promise<Page<DigestView>> {
    const request = pageRequest(args, ['instant', 'id']);
    const rows = await this.digests.page(actor.memberId, request.size + 1, request.beyond);
    return Page.of(rows.map(viewOf), request, ({ periodEnd, key }) => cursorOf(periodEnd, key));
  }

  /** The member's own digest; nobody sees another's. */
  async find(actor: Actor, id: Id): Promise<DigestView | undefined> {
    const row = await this.digests.byId(id);
    return row?.member_id === actor.memberId ? viewOf(row) : undefined;
  }

  private async contents(member: Pick<Actor, 'memberId' | 'role'>, start: Date, end: Date): Promise<DigestContents[]> {
    return digestContents(await this.digests.find(member, start, end, MAX_SECTION * 2));
  }
}

const viewOf = (row: DigestRow): DigestView => ({
  key: row.id,
  id: globalId('Digest', row.id),
  periodStart: row.period_start,
  periodEnd: row.period_end,
  contents: row.sections,
});
