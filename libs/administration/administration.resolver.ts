import { ArgsType, Field, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, cursorOf, FieldArgs, ForwardPageArgs, type HubContext, Page, pageRequest } from '#graph';
import {
  AuditLog,
  MemberConnection,
  MemberDirectory,
  type MemberEntry,
  MemberService,
  requireAdministrator,
} from '#identity';
import { type Actor, globalId } from '#kernel';
import { AdministrationType, AuditEventConnection, AuditEventType, SystemHealthType } from './administration.type.js';
import { HealthService, type SystemHealth } from './health.service.js';

@ArgsType()
export class AdministeredMembersArgs extends ForwardPageArgs {
  @Field(() => String, { nullable: true }) query?: string | null;
}

@ArgsType()
export class AuditEventArgs extends ForwardPageArgs {
  @Field(() => String, { nullable: true }) action?: string | null;
}

@Resolver(() => AdministrationType)
export class AdministrationResolver {
  constructor(
    private readonly people: MemberService,
    private readonly directory: MemberDirectory,
    private readonly audit: AuditLog,
    private readonly system: HealthService,
  ) {}

  /** The door: everything below it is for administrators and owners. */
  @Query(() => AdministrationType)
  administration(@CurrentActor() actor: Actor): object {
    requireAdministrator(actor);
    return {};
  }

  @ResolveField(() => MemberConnection)
  @FieldArgs(() => AdministeredMembersArgs)
  members(_: object, args: AdministeredMembersArgs): Promise<Page<MemberEntry>> {
    return this.people.page(args, { byAddress: true, withDeactivated: true });
  }

  @ResolveField(() => AuditEventConnection)
  @FieldArgs(() => AuditEventArgs)
  async auditEvents(
    _: object,
    args: AuditEventArgs,
    _context: HubContext,
  ): Promise<Page<AuditEventType & { key: string }>> {
    const request = pageRequest(args, 1);
    const rows = await this.audit.page(args.action ?? null, request.beyond?.[0], request.size + 1);
    await this.directory.ensure(rows.flatMap((row) => row.actor_id ?? []));
    const events: (AuditEventType & { key: string })[] = rows.map((row) => ({
      key: row.id,
      id: globalId('AuditEvent', row.id),
      action: row.action,
      actor: row.actor_id ? this.directory.get(row.actor_id) : null,
      subject: row.subject,
      at: row.at,
      ipAddress: row.ip_address,
    }));
    return Page.of(events, request, ({ key }) => cursorOf(key));
  }

  @ResolveField(() => SystemHealthType)
  health(): Promise<SystemHealth> {
    return this.system.health();
  }
}
