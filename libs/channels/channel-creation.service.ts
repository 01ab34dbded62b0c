import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { AuditLog, MemberDirectory, may, permissionMissing } from '#identity';
import { type Actor, type Id, newId } from '#kernel';
import type { ChannelVisibility } from './channel.entity.js';
import { ChannelRepository, type NewChannel } from './channel.repository.js';
import { ChannelService, type ChannelView } from './channel.service.js';
import { channelLimits, directKey, directName, freeSlug, isSlug, slugOf } from './channel-name.js';
import {
  badName,
  badSlug,
  guestsMakeNoChannels,
  noSuchMembers,
  slugTaken,
  wrongDirectSize,
} from './channels.errors.js';
import { MembershipService } from './membership.service.js';

export interface ChannelWish {
  name: string;
  /** Made from the name where none is given. */
  slug?: string | null;
  purpose: string;
  visibility: ChannelVisibility;
  /** Besides the actor. */
  memberIds: readonly Id[];
}

/** How often a made slug is looked for anew when others take it at the same moment. */
const SLUG_ATTEMPTS = 5;

@Injectable()
export class ChannelCreation {
  constructor(
    private readonly channels: ChannelRepository,
    private readonly memberships: MembershipService,
    private readonly views: ChannelService,
    private readonly people: MemberDirectory,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * A channel with the actor and the named people in it. The same circle has one DIRECT channel: where it is there
   * already, it is the answer.
   * @throws HubError channel.not_for_guests, permission.missing, channel.bad_name, channel.bad_slug, channel.slug_taken,
   * channel.direct_size, member.not_found
   */
  async create(actor: Actor, wish: ChannelWish): Promise<ChannelView> {
    this.requireMayCreate(actor, wish.visibility);
    const memberIds = [...new Set([actor.memberId, ...wish.memberIds])];
    const id = await (wish.visibility === 'DIRECT'
      ? this.createDirect(actor, memberIds)
      : this.unitOfWork.run(() => this.createNamed(actor, wish, memberIds)));
    return this.views.require(actor, id);
  }

  /** Who may not make places may still talk to people: a direct channel is for all but guests. */
  private requireMayCreate(actor: Actor, visibility: ChannelVisibility): void {
    if (may(actor, 'CREATE_CHANNEL') || (visibility === 'DIRECT' && actor.role !== 'GUEST')) return;
    throw actor.role === 'GUEST' ? guestsMakeNoChannels() : permissionMissing('CREATE_CHANNEL');
  }

  private async createNamed(actor: Actor, wish: ChannelWish, memberIds: Id[]): Promise<Id> {
    const name = wish.name.trim();
    if (name.length < 1 || name.length > channelLimits.name) throw badName(channelLimits.name);
    const channel = { ...this.newChannel(actor), name, purpose: wish.purpose.trim(), visibility: wish.visibility };
    const wished = wish.slug?.trim().toLowerCase();
    const slug = await (wished ? this.insertAs(channel, wished) : this.insertFree(channel, slugOf(name)));
    const handles = await this.memberships.addAll(channel.id, memberIds);
    await this.audit.record('channel.created', actor, `${slug}: ${handles.join(', ')}`);
    return channel.id;
  }

  private async insertAs(channel: NewChannel, slug: string): Promise<string> {
    if (!isSlug(slug)) throw badSlug(channelLimits.slug);
    if (!(await this.channels.insert({ ...channel, slug }))) throw slugTaken(slug);
    return slug;
  }

  private async insertFree(channel: NewChannel, base: string): Promise<string> {
    let slug = base;
    for (let attempt = 0; attempt < SLUG_ATTEMPTS; attempt++) {
      if (await this.channels.insert({ ...channel, slug })) return slug;
      slug = freeSlug(base, await this.channels.takenSlugs(base));
    }
    throw slugTaken(base);
  }

  /** Not in the audit log: who talks with whom is theirs. */
  private async createDirect(actor: Actor, memberIds: Id[]): Promise<Id | undefined> {
    const { min, max } = channelLimits.directPeople;
    if (memberIds.length < min || memberIds.length > max) throw wrongDirectSize(min, max);
    const key = directKey(memberIds);
    const existing = await this.channels.idByDirectKey(key);
    if (existing) return existing;

    const name = directName(await this.handlesOf(memberIds));
    return this.unitOfWork.run(async () => {
      const channel = this.newChannel(actor);
      const isNew = await this.channels.insert({ ...channel, slug: `direct-${channel.id}`, name, directKey: key });
      // Somebody else of the circle was faster, and the insert has waited for their commit.
      if (!isNew) return this.channels.idByDirectKey(key);
      await this.memberships.addAll(channel.id, memberIds);
      return channel.id;
    });
  }

  private async handlesOf(memberIds: readonly Id[]): Promise<string[]> {
    await this.people.ensure(memberIds);
    const people = await Promise.all(memberIds.map((id) => this.people.find(id)));
    const unknown = memberIds.filter((_, at) => !people[at]);
    if (unknown.length > 0) throw noSuchMembers(unknown);
    return people.map((person) => person!.handle);
  }

  private newChannel(actor: Actor): NewChannel {
    const createdById = actor.memberId;
    return { id: newId(), slug: '', name: '', purpose: '', visibility: 'DIRECT', directKey: null, createdById };
  }
}
