import { Module } from '@nestjs/common';
import { ChannelsModule } from '#channels';
import { ExpectationsModule } from '#expectations';
import { IdentityModule } from '#identity';
import { MediaModule } from '#media';
import { ThreadsModule } from '#threads';
import { CarryingService } from './deliveries/carrying.service.js';
import { DecidingService } from './deliveries/deciding.service.js';
import { Delivering } from './deliveries/delivering.service.js';
import { DeliveryRepository } from './deliveries/delivery.repository.js';
import { DeliveryReading } from './deliveries/delivery-reading.service.js';
import { DeliverySettingsService } from './deliveries/delivery-settings.service.js';
import { HappeningRepository } from './deliveries/happening.repository.js';
import { Notifications } from './deliveries/notifications.service.js';
import { DeliveryPlanning } from './deliveries/planning.service.js';
import { PushSender } from './deliveries/push-sender.port.js';
import { SituationRepository } from './deliveries/situation.repository.js';
import { DigestRepository } from './digest.repository.js';
import { DigestService } from './digest.service.js';
import { DigestAdministration } from './digest-administration.service.js';
import { DigestEntries } from './digest-entries.js';
import { DigestEntryRepository } from './digest-entry.repository.js';
import { DigestMailing } from './digest-mailing.service.js';
import { DigestScheduleService } from './digest-schedule.service.js';
import { DigestLetters } from './mails/digest-letter.service.js';
import { DevicePushSender } from './push/device-push-sender.js';
import { PushDeviceRepository } from './push/push-device.repository.js';
import { PushDevicesService } from './push/push-devices.service.js';
import { ScheduleRepository } from './schedule.repository.js';
import { UnsubscribeLinks } from './unsubscribe-links.js';
import { WebhookRepository } from './webhooks/webhook.repository.js';
import { WebhookNotifications } from './webhooks/webhook-notifications.js';
import { WebhooksService } from './webhooks/webhooks.service.js';

const provided = [
  Delivering,
  DeliveryPlanning,
  DeliveryReading,
  DeliverySettingsService,
  Notifications,
  PushDevicesService,
  UnsubscribeLinks,
  WebhookNotifications,
  WebhooksService,
  DigestAdministration,
  DigestEntries,
  DigestMailing,
  DigestScheduleService,
  DigestService,
];

@Module({
  imports: [IdentityModule, ChannelsModule, MediaModule, ThreadsModule, ExpectationsModule],
  providers: [
    ...provided,
    DecidingService,
    DeliveryRepository,
    HappeningRepository,
    CarryingService,
    PushDeviceRepository,
    WebhookRepository,
    { provide: PushSender, useClass: DevicePushSender },
    SituationRepository,
    DigestEntryRepository,
    DigestLetters,
    DigestRepository,
    ScheduleRepository,
  ],
  exports: provided,
})
export class AttentionModule {}
