import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { Config } from '#config';
import { CurrentActor, type HubContext } from '#graph';
import { ViewerType } from '#identity';
import { type Actor, localId } from '#kernel';
import {
  PushDevicesPayload,
  PushDeviceType,
  RegisterPushDeviceInput,
  RemovePushDeviceInput,
  TestPushPayload,
} from './push.type.js';
import { PushDevicesService, type PushDeviceView } from './push-devices.service.js';

@Resolver(() => ViewerType)
export class PushResolver {
  constructor(
    private readonly devices: PushDevicesService,
    private readonly config: Config,
  ) {}

  @ResolveField(() => String, {
    description: 'The applicationServerKey with which a browser subscribes (RFC 8292), base64url.',
  })
  pushKey(): string {
    return this.devices.publicKey;
  }

  @ResolveField(() => [PushDeviceType], { description: 'Newest first.' })
  pushDevices(_: object, _args: unknown, context: HubContext): Promise<PushDeviceView[]> {
    return this.devices.of(context.signedIn);
  }

  @Mutation(() => PushDevicesPayload)
  async registerPushDevice(
    @CurrentActor() actor: Actor,
    @Args('input') input: RegisterPushDeviceInput,
  ): Promise<PushDevicesPayload> {
    await this.devices.register(actor, input);
    return { pushDevices: await this.devices.of(actor) };
  }

  @Mutation(() => PushDevicesPayload)
  async removePushDevice(
    @CurrentActor() actor: Actor,
    @Args('input') { id, endpoint }: RemovePushDeviceInput,
  ): Promise<PushDevicesPayload> {
    await this.devices.remove(actor, { id: id ? localId('PushDevice', id) : undefined, endpoint });
    return { pushDevices: await this.devices.of(actor) };
  }

  @Mutation(() => TestPushPayload, { description: "Tells the viewer's devices something at once." })
  async testPush(@CurrentActor() actor: Actor): Promise<TestPushPayload> {
    const note = { title: 'Meantime', body: 'This is how it looks.', url: `${this.config.publicUrl}/inbox` };
    return { reached: await this.devices.test(actor, note) };
  }
}
