import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { AuditEvents } from '#administration';
import { DeliveryReading, DigestService } from '#attention';
import { CallReading } from '#calls';
import { ChannelService } from '#channels';
import { ResponseService } from '#expectations';
import { CurrentActor, NodeType } from '#graph';
import { AbsenceService, MemberService } from '#identity';
import { type Actor, type Id, type IdKind, parseGlobalId } from '#kernel';
import { MediaService } from '#media';
import { DraftService } from '#posting';
import { PostService, RecordingService, ThreadService } from '#threads';

type Finder = (actor: Actor, id: Id) => Promise<NodeType | undefined>;

/** `node(id)`: the one question that any feature may have to answer, so it stands above them all. */
@Resolver()
export class NodeResolver {
  private readonly finders: Partial<Record<IdKind, Finder>>;

  constructor(
    members: MemberService,
    absences: AbsenceService,
    channels: ChannelService,
    threads: ThreadService,
    posts: PostService,
    media: MediaService,
    responses: ResponseService,
    digests: DigestService,
    deliveries: DeliveryReading,
    audit: AuditEvents,
    drafts: DraftService,
    recordings: RecordingService,
    calls: CallReading,
  ) {
    this.finders = {
      Member: (_, id) => members.find(id),
      Absence: (_, id) => absences.find(id),
      Channel: (actor, id) => channels.find(actor, id),
      Thread: (actor, id) => threads.find(actor, id),
      Post: (actor, id) => posts.find(actor, id),
      Media: (actor, id) => media.find(actor, id),
      ExpectedResponse: (actor, id) => responses.find(actor, id),
      Digest: (actor, id) => digests.find(actor, id),
      Delivery: (actor, id) => deliveries.find(actor, id),
      Recording: (actor, id) => recordings.find(actor, id),
      Call: (actor, id) => calls.find(actor, id),
      Draft: (actor, id) => drafts.find(actor, id),
      AuditEvent: (actor, id) => audit.find(actor, id),
    };
  }

  @Query(() => NodeType, {
    nullable: true,
    description: 'Anything with an id; null where it is not there for the viewer.',
  })
  async node(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<NodeType | undefined> {
    const parsed = parseGlobalId(id);
    return parsed && this.finders[parsed.kind]?.(actor, parsed.id);
  }
}
