import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, type Id } from '#kernel';
import { PushGateway } from '#push';
import { type PushNote, PushSender } from '../deliveries/push-sender.port.js';
import { PushDeviceRepository } from './push-device.repository.js';

/** Tells a member on each browser that has asked for it; browsers that are gone are forgotten. */
@Injectable()
export class DevicePushSender extends PushSender {
  constructor(
    private readonly devices: PushDeviceRepository,
    private readonly gateway: PushGateway,
    private readonly clock: Clock,
  ) {
    super();
  }

  reachable(memberIds: readonly Id[]): Promise<ReadonlySet<Id>> {
    return this.devices.holders(memberIds, this.clock.now());
  }

  /** @throws PushDeferred where no device was reached, and one may be later */
  async send(memberId: Id, note: PushNote): Promise<number> {
    const devices = await this.devices.of(memberId, this.clock.now());
    const { title, body, url, tag, isUrgent, keepMs } = note;
    const payload = JSON.stringify({ title, body, url, tag, isUrgent });
    const options = {
      ttlSeconds: Math.max(0, Math.floor(keepMs / 1_000)),
      urgency: isUrgent ? ('high' as const) : ('normal' as const),
      topic: createHash('sha256').update(tag).digest('base64url').slice(0, 32),
    };
    const outcomes = await Promise.allSettled(devices.map((device) => this.gateway.send(device, payload, options)));
    const those = (status: string) =>
      devices.flatMap(({ id }, n) => {
        const outcome = outcomes[n]!;
        return (outcome.status === 'fulfilled' ? outcome.value : 'deferred') === status ? [id] : [];
      });
    const taken = those('taken');
    await this.devices.gone(those('gone'));
    await this.devices.reached(taken, this.clock.now());
    // One device that has it is enough: another try would tell it twice.
    const failure = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failure && taken.length === 0) throw failure.reason;
    return taken.length;
  }
}
