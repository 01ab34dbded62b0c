import { Injectable } from '@nestjs/common';
import { AuditLog } from '#identity';
import { type Actor, Clock, globalId, HubError, type Id, invalidInput, newId } from '#kernel';
import { PushDeferred, type PushDevice, PushGateway } from '#push';
import { PushSender } from '../deliveries/push-sender.port.js';
import { PushDeviceRepository } from './push-device.repository.js';

/** More than anybody uses: the oldest makes room. */
const MOST_DEVICES = 10;
const TEST_KEPT_MS = 60_000;
const BASE64URL = /^[\w-]+$/;
/** An uncompressed point of P-256, and 16 bytes. */
const KEY_LENGTHS = { p256dh: 87, auth: 22 };

export interface PushDeviceView {
  id: string;
  browser: string | null;
  registeredAt: string;
  reachedAt: string | null;
  isThisOne: boolean;
}

/** The browsers on which a member wants to be told. */
@Injectable()
export class PushDevicesService {
  constructor(
    private readonly devices: PushDeviceRepository,
    private readonly gateway: PushGateway,
    private readonly sender: PushSender,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  get publicKey(): string {
    return this.gateway.publicKey;
  }

  async of(actor: Actor): Promise<PushDeviceView[]> {
    const rows = await this.devices.of(actor.memberId, this.clock.now());
    return rows.map((row) => ({
      id: globalId('PushDevice', row.id),
      browser: row.user_agent,
      registeredAt: row.created_at,
      reachedAt: row.reached_at,
      isThisOne: row.session_id === actor.credentialId,
    }));
  }

  /** @throws HubError push.bad_endpoint, push.bad_keys, push.sign_in_needed */
  async register(actor: Actor, device: PushDevice): Promise<void> {
    if (!this.gateway.accepts(device.endpoint)) throw badEndpoint();
    for (const name of ['p256dh', 'auth'] as const) {
      if (device[name].length !== KEY_LENGTHS[name] || !BASE64URL.test(device[name])) throw badKeys(name);
    }
    const owner = { memberId: actor.memberId, sessionId: actor.credentialId };
    const id = await this.devices.register(owner, newId(), device, this.clock.now(), MOST_DEVICES);
    if (!id) throw signInNeeded();
    await this.audit.record('push.device_added', actor, new URL(device.endpoint).hostname);
  }

  /** By id, or by the endpoint where the browser itself asks. @throws HubError push.device_not_found */
  async remove(actor: Actor, { id, endpoint }: { id?: Id; endpoint?: string | null }): Promise<void> {
    const removed =
      (id && (await this.devices.remove(id, actor.memberId))) ||
      (endpoint && (await this.devices.removeByEndpoint(endpoint, actor.memberId)));
    if (!removed) throw noSuchDevice();
    await this.audit.record('push.device_removed', actor, '');
  }

  /** @returns how many devices were told @throws HubError push.not_reached */
  async test(actor: Actor, note: { title: string; body: string; url: string }): Promise<number> {
    try {
      return await this.sender.send(actor.memberId, { ...note, tag: 'test', isUrgent: false, keepMs: TEST_KEPT_MS });
    } catch (error) {
      if (error instanceof PushDeferred) throw notReached(error.message);
      throw error;
    }
  }
}

const badEndpoint = () =>
  invalidInput('push.bad_endpoint', 'This is not the https address of a push service.', { field: 'endpoint' });
const badKeys = (field: string) =>
  invalidInput('push.bad_keys', 'Give the keys of the PushSubscription as base64url.', { field });
const signInNeeded = () =>
  new HubError('FORBIDDEN', 'push.sign_in_needed', 'Push belongs to a sign-in in a browser, not to an access token.');
const noSuchDevice = () => new HubError('NOT_FOUND', 'push.device_not_found', 'There is no such device of yours.');
const notReached = (said: string) =>
  new HubError('CONFLICT', 'push.not_reached', 'The push service could not be reached: try again later.', {
    data: { said },
  });
