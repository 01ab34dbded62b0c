import { Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DigestAdministration, type DigestDeliveryView, type DigestPreviewView } from '#attention';
import {
  AgreementService,
  type AgreementVersionView,
  ChannelAdministration,
  ChannelConnection,
  type ChannelEntry,
} from '#channels';
import { CurrentActor, FieldArgs, ForwardPageArgs, type HubContext, type Page } from '#graph';
import {
  InvitationConnection,
  InvitationService,
  type InvitationView,
  MemberConnection,
  type MemberEntry,
  MemberService,
  type RolePermissions,
  RolePermissionsType,
  RoleService,
  requirePermission,
} from '#identity';
import { type Actor, localId } from '#kernel';
import { AuditEventArgs, DigestPreviewArgs, SearchedPageArgs } from './administration.inputs.js';
import {
  AdministrationType,
  AgreementVersionType,
  AuditEventConnection,
  DigestDeliveryConnection,
  DigestPreviewType,
  SystemHealthType,
} from './administration.type.js';
import { AuditEvents, type AuditEventView } from './audit-events.service.js';
import { HealthService, type SystemHealth } from './health.service.js';

@Resolver(() => AdministrationType)
export class AdministrationResolver {
  constructor(
    private readonly people: MemberService,
    private readonly audit: AuditEvents,
    private readonly system: HealthService,
    private readonly invited: InvitationService,
    private readonly rights: RoleService,
    private readonly places: ChannelAdministration,
    private readonly agreements: AgreementService,
    private readonly digests: DigestAdministration,
  ) {}

  /** The door: everything below it is for who may see the administration. */
  @Query(() => AdministrationType)
  administration(@CurrentActor() actor: Actor): object {
    requirePermission(actor, 'SEE_ADMINISTRATION');
    return {};
  }

  @ResolveField(() => MemberConnection)
  @FieldArgs(() => SearchedPageArgs)
  members(_: object, args: SearchedPageArgs): Promise<Page<MemberEntry>> {
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

  @ResolveField(() => InvitationConnection, { description: 'Newest first.' })
  @FieldArgs(() => ForwardPageArgs)
  invitations(_: object, args: ForwardPageArgs): Promise<Page<InvitationView>> {
    return this.invited.page(args);
  }

  @ResolveField(() => [RolePermissionsType])
  roles(): Promise<RolePermissions[]> {
    return this.rights.all();
  }

  @ResolveField(() => ChannelConnection, { description: 'All but direct ones, by name.' })
  @FieldArgs(() => SearchedPageArgs)
  channels(_: object, args: SearchedPageArgs): Promise<Page<ChannelEntry>> {
    return this.places.page(args);
  }

  @ResolveField(() => [AgreementVersionType], { description: "The organisation's, newest first." })
  agreementVersions(): Promise<AgreementVersionView[]> {
    return this.agreements.versions();
  }

  @ResolveField(() => DigestDeliveryConnection, { description: 'Newest first.' })
  @FieldArgs(() => ForwardPageArgs)
  digestDeliveries(_: object, args: ForwardPageArgs): Promise<Page<DigestDeliveryView>> {
    return this.digests.deliveries(args);
  }

  @ResolveField(() => DigestPreviewType)
  @FieldArgs(() => DigestPreviewArgs)
  digestPreview(_: object, { memberId }: DigestPreviewArgs, context: HubContext): Promise<DigestPreviewView> {
    return this.digests.preview(context.signedIn, localId('Member', memberId));
  }
}
