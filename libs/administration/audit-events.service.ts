import { Injectable } from '@nestjs/common';
import { cursorOf, type ForwardPageArgs, Page, pageRequest } from '#graph';
import { type AuditFilter, AuditLog, type AuditRow, MemberDirectory, may } from '#identity';
import { type Actor, globalId, type Id, requireLocalId } from '#kernel';
import type { AuditEventType } from './administration.type.js';

export type AuditEventView = AuditEventType & { key: Id };

/** The audit log as administrators read it. */
@Injectable()
export class AuditEvents {
  constructor(
    private readonly audit: AuditLog,
    private readonly directory: MemberDirectory,
  ) {}

  /** Newest first. @param action the events of one kind only */
  async page({
    action,
    actorId,
    ...args
  }: ForwardPageArgs & AuditFilter & { action?: string | null }): Promise<Page<AuditEventView>> {
    const request = pageRequest(args, ['id']);
    const actor = actorId ? requireLocalId('Member', actorId, 'actorId') : null;
    const filter = { ...args, actorId: actor };
    const rows = await this.audit.page(action ?? null, request.beyond?.[0], request.size + 1, filter);
    return Page.of(await this.shown(rows), request, ({ key }) => cursorOf(key));
  }

  /** @returns undefined for those who may not read the log, whatever the id */
  async find(actor: Actor, id: Id): Promise<AuditEventView | undefined> {
    if (!may(actor, 'SEE_ADMINISTRATION') || !actor.scopes.has('ADMIN')) return undefined;
    const row = await this.audit.find(id);
    return row && (await this.shown([row]))[0];
  }

  private async shown(rows: readonly AuditRow[]): Promise<AuditEventView[]> {
    await this.directory.ensure(rows.flatMap((row) => row.actor_id ?? []));
    return rows.map((row) => ({
      key: row.id,
      id: globalId('AuditEvent', row.id),
      action: row.action,
      actor: row.actor_id ? this.directory.get(row.actor_id) : null,
      subject: row.subject,
      at: row.at,
      ipAddress: row.ip_address,
    }));
  }
}
