import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { type Actor, Clock, globalId, HubError, type Id, invalidInput, newId } from '#kernel';
import { AuditLog } from '../audit-log.js';
import { MemberDirectory, type MemberEntry } from '../member-directory.js';
import { checkHandle } from '../member-facts.js';
import { requirePermission } from '../permission.policy.js';
import { GroupRepository, type GroupRow } from './group.repository.js';

const MOST_GROUPS = 200;
const MOST_MEMBERS = 500;
const MOST_OF_NAME = 100;

export interface GroupView {
  id: string;
  handle: string;
  name: string;
  members: MemberEntry[];
}

/** People who are asked together. Everybody sees who is in which; who manages members says so. */
@Injectable()
export class GroupService {
  constructor(
    private readonly groups: GroupRepository,
    private readonly directory: MemberDirectory,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** By name. */
  async all(): Promise<GroupView[]> {
    const rows = await this.groups.all();
    await this.directory.ensure(rows.flatMap(({ member_ids }) => member_ids));
    return rows.map((row) => this.view(row));
  }

  /** Active members by group; groups that do not exist are left out. */
  membersOf(groupIds: readonly Id[]): Promise<Map<Id, Id[]>> {
    return this.groups.membersOf(groupIds);
  }

  /** @throws HubError member.administrators_only, member.bad_handle, group.bad_name, group.handle_taken, group.too_many_members */
  async create(actor: Actor, handle: string, name: string, memberIds: readonly Id[]): Promise<GroupView> {
    requirePermission(actor, 'MANAGE_MEMBERS');
    const group = { id: newId(), handle: checkHandle(handle), name: checkName(name) };
    checkCount(memberIds);
    await this.unitOfWork.run(async () => {
      if (!(await this.groups.insert(group, this.clock.now(), MOST_GROUPS))) throw handleTaken();
      await this.groups.setMembers(group.id, memberIds);
      await this.audit.record('group.created', actor, group.handle);
    });
    return this.found(group.id);
  }

  /** What is not given stays. @throws HubError as `create`, group.not_found */
  async update(
    actor: Actor,
    id: Id | undefined,
    { name, memberIds }: { name?: string | null; memberIds?: readonly Id[] | null },
  ): Promise<GroupView> {
    requirePermission(actor, 'MANAGE_MEMBERS');
    const group = id && (await this.groups.find(id));
    if (!group) throw noSuchGroup();
    const renamed = name == null ? undefined : checkName(name);
    if (memberIds) checkCount(memberIds);
    await this.unitOfWork.run(async () => {
      if (renamed) await this.groups.rename(group.id, renamed);
      if (memberIds) await this.groups.setMembers(group.id, memberIds);
      await this.audit.record('group.changed', actor, group.handle);
    });
    return this.found(group.id);
  }

  /** What was asked of its members stays asked. @throws HubError member.administrators_only, group.not_found */
  async remove(actor: Actor, id: Id | undefined): Promise<void> {
    requirePermission(actor, 'MANAGE_MEMBERS');
    await this.unitOfWork.run(async () => {
      const handle = id && (await this.groups.remove(id));
      if (!handle) throw noSuchGroup();
      await this.audit.record('group.removed', actor, handle);
    });
  }

  private async found(id: Id): Promise<GroupView> {
    const row = (await this.groups.find(id))!;
    await this.directory.ensure(row.member_ids);
    return this.view(row);
  }

  private view({ id, handle, name, member_ids }: GroupRow): GroupView {
    const members = member_ids.map((memberId) => this.directory.get(memberId));
    return { id: globalId('Group', id), handle, name, members };
  }
}

function checkName(name: string): string {
  const kept = name.trim();
  if (kept === '' || kept.length > MOST_OF_NAME) throw badName(MOST_OF_NAME);
  return kept;
}

function checkCount(memberIds: readonly Id[]): void {
  if (memberIds.length > MOST_MEMBERS) throw tooManyMembers(MOST_MEMBERS);
}

const badName = (most: number) =>
  invalidInput('group.bad_name', `A group has a name of 1 to ${most} characters.`, { field: 'name', data: { most } });
const handleTaken = () =>
  new HubError('CONFLICT', 'group.handle_taken', 'This handle is taken, or there are 200 groups: choose another one.', {
    field: 'handle',
  });
const tooManyMembers = (most: number) =>
  invalidInput('group.too_many_members', `A group has at most ${most} members.`, {
    field: 'memberIds',
    data: { most },
  });
const noSuchGroup = () => new HubError('NOT_FOUND', 'group.not_found', 'There is no such group.');
