export { PushDeferred, type PushDevice, PushGateway, type PushOptions } from './push-gateway.js';
export { type VapidKeys, vapidKeys } from './vapid-keys.js';
