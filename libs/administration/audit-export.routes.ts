import { Readable } from 'node:stream';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { unauthenticated } from '#graph';
import {
  type AuditFilter,
  AuditLog,
  actorOfRequest,
  MemberDirectory,
  requirePermission,
  SessionService,
} from '#identity';
import { HubError, invalidInput, localId } from '#kernel';
import { csvLine } from './csv-line.js';

const ROWS_AT_ONCE = 500;

interface ExportRequest {
  Querystring: { action?: string; query?: string; actorId?: string; since?: string; until?: string };
}

/** GET /admin/audit.csv: the audit log as a spreadsheet, page by page, however long it is. */
@Injectable()
export class AuditExportRoutes implements OnModuleInit {
  constructor(
    private readonly adapterHost: HttpAdapterHost,
    private readonly sessions: SessionService,
    private readonly audit: AuditLog,
    private readonly people: MemberDirectory,
  ) {}

  onModuleInit(): void {
    const fastify = this.adapterHost.httpAdapter?.getInstance<FastifyInstance>();
    void fastify?.register(async (scope) => {
      scope.setErrorHandler((error, _request, reply) => {
        if (!(error instanceof HubError)) throw error;
        const { code, reason, message, field, data } = error;
        return reply
          .code(error.httpStatus)
          .header('cache-control', 'no-store')
          .send({ code, reason, message, field, data });
      });
      scope.get<ExportRequest>('/admin/audit.csv', (request, reply) => this.send(request, reply));
    });
  }

  private async send(request: FastifyRequest<ExportRequest>, reply: FastifyReply): Promise<FastifyReply> {
    const actor = await actorOfRequest(this.sessions, request);
    if (!actor) throw unauthenticated();
    requirePermission(actor, 'SEE_ADMINISTRATION');
    const { action, query, actorId, since, until } = request.query;
    const filter = {
      query: query ?? null,
      actorId: memberIn(actorId),
      since: instantIn('since', since),
      until: instantIn('until', until),
    };
    await this.audit.record('audit.exported', actor, 'the audit log');
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="audit.csv"')
      .header('cache-control', 'no-store')
      .header('x-content-type-options', 'nosniff')
      .send(Readable.from(this.lines(action || null, filter)));
  }

  /** Newest first. A slow reader holds the next page back: never more than one is in memory. */
  private async *lines(action: string | null, filter: AuditFilter): AsyncGenerator<string> {
    yield csvLine(['at', 'action', 'actor', 'subject', 'address']);
    let beyond: string | undefined;
    for (;;) {
      const rows = await this.audit.page(action, beyond, ROWS_AT_ONCE, filter);
      await this.people.ensure(rows.flatMap((row) => row.actor_id ?? []));
      const lines = rows.map((row) => {
        const actor = row.actor_id ? this.people.get(row.actor_id).handle : '';
        return csvLine([row.at, row.action, actor, row.subject, row.ip_address ?? '']);
      });
      if (lines.length > 0) yield lines.join('');
      beyond = rows.at(-1)?.id;
      if (rows.length < ROWS_AT_ONCE) return;
    }
  }
}

function memberIn(id: string | undefined): string | null {
  if (!id) return null;
  const key = localId('Member', id);
  if (!key) throw invalidInput('input.not_an_id', 'This is not the id of a Member.', { field: 'actorId' });
  return key;
}

function instantIn(field: string, text: string | undefined): string | null {
  if (!text) return null;
  const ms = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(ms))
    throw invalidInput('audit.bad_instant', 'Give an instant such as 2026-11-23T09:00:00Z.', { field });
  return new Date(ms).toISOString();
}
