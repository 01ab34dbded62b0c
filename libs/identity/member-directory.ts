import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Config } from '#config';
import { Directory, UnitOfWork } from '#database';
import { globalId, type Id, type Role } from '#kernel';
import { PubSub, topic } from '#pubsub';
import type { WorkingInterval } from '#working-time';
import { MemberRepository, type MemberRow } from './member.repository.js';

/** A member as every page shows them. `key` is the stored id, `id` the API's. */
export interface MemberEntry {
  key: Id;
  id: string;
  handle: string;
  name: string;
  avatarUrl: string | null;
  /** Shown to oneself and to administrators only: MemberResolver decides. */
  address: string | null;
  role: Role;
  isBot: boolean;
  timeZone: string;
  week: readonly WorkingInterval[];
  deactivatedAt: string | null;
}

/** Said to every process when a member has changed. */
export const memberChanged = topic<{ memberId: Id }>('directory.member');

/** The members whom pages name, in memory. */
@Injectable()
export class MemberDirectory implements OnModuleInit {
  private readonly directory: Directory<MemberEntry>;

  constructor(
    members: MemberRepository,
    private readonly pubsub: PubSub,
    private readonly unitOfWork: UnitOfWork,
    @Inject(Config) private readonly config: Pick<Config, 'publicUrl'>,
  ) {
    this.directory = new Directory(
      ({ key }) => key,
      async (ids) => (await members.byIds(ids)).map((row) => this.entryOf(row)),
    );
  }

  async onModuleInit(): Promise<void> {
    await this.pubsub.subscribe(memberChanged, ({ memberId }) => this.directory.forget(memberId));
    this.pubsub.onReconnect(() => this.directory.forget());
  }

  ensure(ids: Iterable<Id>): Promise<void> | undefined {
    return this.directory.ensure(ids);
  }

  /** After {@link ensure}: every row that names a member has that member, the foreign key says so. */
  get(id: Id): MemberEntry {
    return this.directory.get(id)!;
  }

  find(id: Id): Promise<MemberEntry | undefined> {
    return this.directory.find(id);
  }

  /** Call inside the transaction that changes a member: after it, no process shows the old reading. */
  async changed(memberId: Id): Promise<void> {
    await this.unitOfWork.afterCommit(async () => {
      this.directory.forget(memberId);
      await this.pubsub.publish(memberChanged, { memberId });
    });
  }

  entryOf(row: MemberRow): MemberEntry {
    const { avatar_media_id: avatarId } = row;
    return {
      key: row.id,
      id: globalId('Member', row.id),
      handle: row.handle,
      name: row.name,
      avatarUrl: avatarId && `${this.config.publicUrl}/avatars/${globalId('Media', avatarId)}`,
      address: row.email,
      role: row.role,
      isBot: row.is_bot,
      timeZone: row.time_zone,
      week: row.week,
      deactivatedAt: row.deactivated_at,
    };
  }
}
