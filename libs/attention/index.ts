export { AttentionApiModule } from './attention.api.module.js';
export { mailDigest, makeDigest } from './attention.jobs.js';
export { AttentionModule } from './attention.module.js';
export { AttentionWorkerModule } from './attention.worker.module.js';
export {
  type DeliveryDecision,
  type DeliveryEvent,
  type DeliveryKind,
  type DeliverySettings,
  decideDelivery,
  deliveryKinds,
  deliveryRules,
} from './deliveries/decision.js';
export { decisionCases } from './deliveries/decision-cases.js';
export { type DecisionCase, decisionClock, decisionOf } from './deliveries/decision-example.js';
export { mailDeliveries, pushDeliveries, tellWebhooks } from './deliveries/deliveries.jobs.js';
export { Delivering } from './deliveries/delivering.service.js';
export { DeliveryEntity, DeliverySettingsEntity } from './deliveries/delivery.entity.js';
export { DeliveryReading } from './deliveries/delivery-reading.service.js';
export { shippedDeliverySettings } from './deliveries/delivery-settings.js';
export { MailDeliveriesHandler } from './deliveries/mail-deliveries.handler.js';
export { DeliveryPlanning } from './deliveries/planning.service.js';
export { PushDeliveriesHandler } from './deliveries/push-deliveries.handler.js';
export { type PushNote, PushSender } from './deliveries/push-sender.port.js';
export { NoReplyAddresses, ReplyAddresses } from './deliveries/reply-addresses.port.js';
export { kindWords, routeWords, ruleWords } from './deliveries/rule-words.js';
export { DigestEntity, DigestScheduleEntity } from './digest.entity.js';
export { DigestService } from './digest.service.js';
export {
  DigestAdministration,
  type DigestDeliveryView,
  type DigestPreviewView,
} from './digest-administration.service.js';
export { type DigestSchedule, nextDigestAt, shippedSchedule } from './digest-schedule.js';
export { DigestScheduleService } from './digest-schedule.service.js';
export { excerptOf } from './excerpt.js';
export { MailDigestHandler } from './mail-digest.handler.js';
export { inHtml, shownAt } from './mail-page.js';
export { MakeDigestHandler } from './make-digest.handler.js';
export { PushDeviceEntity } from './push/push-device.entity.js';
export { UnsubscribeLinks } from './unsubscribe-links.js';
export { TellWebhooksHandler } from './webhooks/tell-webhooks.handler.js';
export { WebhookEntity } from './webhooks/webhook.entity.js';
export { WebhookRequests } from './webhooks/webhook-requests.js';
