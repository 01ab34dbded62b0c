import { Module } from '@nestjs/common';
import { ExpectationsModule } from '#expectations';
import { IdentityModule } from '#identity';
import { MediaModule } from '#media';
import { ThreadsModule } from '#threads';
import { DigestRepository } from './digest.repository.js';
import { DigestService } from './digest.service.js';
import { DigestAdministration } from './digest-administration.service.js';
import { DigestEntries } from './digest-entries.js';
import { DigestMailing } from './digest-mailing.service.js';
import { DigestScheduleService } from './digest-schedule.service.js';
import { ScheduleRepository } from './schedule.repository.js';

const provided = [DigestAdministration, DigestEntries, DigestMailing, DigestScheduleService, DigestService];

@Module({
  imports: [IdentityModule, MediaModule, ThreadsModule, ExpectationsModule],
  providers: [...provided, DigestRepository, ScheduleRepository],
  exports: provided,
})
export class AttentionModule {}
