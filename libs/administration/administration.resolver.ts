import { ArgsType, Field, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, FieldArgs, ForwardPageArgs, type Page } from '#graph';
import { MemberConnection, type MemberEntry, MemberService, requireAdministrator } from '#identity';
import type { Actor } from '#kernel';
import { AdministrationType, AuditEventConnection, SystemHealthType } from './administration.type.js';
import { AuditEvents, type AuditEventView } from './audit-events.service.js';
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
    private readonly audit: AuditEvents,
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
  auditEvents(_: object, args: AuditEventArgs): Promise<Page<AuditEventView>> {
    return this.audit.page(args);
  }

  @ResolveField(() => SystemHealthType)
  health(): Promise<SystemHealth> {
    return this.system.health();
  }
}
