import { Injectable } from '@nestjs/common';
import { Sql, statement, UnitOfWork } from '#database';
import { AuditLog, MemberDirectory, type MemberEntry, noSuchMember, requirePermission } from '#identity';
import type { Actor, Id } from '#kernel';
import { toOneself } from './administration.errors.js';

/** Whoever uploads goes on with their own upload. */
const transfer = statement(
  'media.transfer',
  `with moved as (update media set owner_id = $2 where owner_id = $1 and status <> 'UPLOADING'
     and not exists (select 1 from members a where a.avatar_media_id = media.id) returning id)
   select count(*)::int as moved from moved`,
);

/** Gives the recordings of one member to another: what belongs to the work outlives who leaves. Posts keep their author. */
@Injectable()
export class RecordingTransfer {
  constructor(
    private readonly sql: Sql,
    private readonly people: MemberDirectory,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * @returns how many media items were moved
   * @throws HubError permission.missing, member.administrators_only, member.not_found, recording.same_owner
   */
  async transfer(actor: Actor, fromId: Id | undefined, toId: Id | undefined): Promise<number> {
    requirePermission(actor, 'MANAGE_MEMBERS');
    const [from, to] = [await this.require(fromId), await this.require(toId)];
    if (to.deactivatedAt) throw noSuchMember();
    if (from.key === to.key) throw toOneself();
    return this.unitOfWork.run(async () => {
      const { moved } = (await this.sql.row<{ moved: number }>(transfer, [from.key, to.key]))!;
      await this.audit.record('recordings.transferred', actor, `${from.handle} to ${to.handle}: ${moved}`);
      return moved;
    });
  }

  private async require(id: Id | undefined): Promise<MemberEntry> {
    const member = id && (await this.people.find(id));
    if (!member) throw noSuchMember();
    return member;
  }
}
