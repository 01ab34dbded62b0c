import { Module } from '@nestjs/common';
import { Config } from '#config';
import { IdentityModule } from '#identity';
import { FileAnswer } from './file-answer.js';
import { GlossaryService } from './glossary/glossary.service.js';
import { LostWork } from './lost-work.js';
import { MediaRepository } from './media.repository.js';
import { MediaService } from './media.service.js';
import { MediaSweeper } from './media.sweeper.js';
import { MediaChanges } from './media-changes.js';
import { MediaIntake } from './media-intake.js';
import { MediaLinks } from './media-links.js';
import { OwnMediaRepository } from './own-media.repository.js';
import { OwnMediaService } from './own-media.service.js';
import { PostersService } from './posters.service.js';
import { MediaWork } from './processing/media-work.js';
import { Recordings } from './recordings.js';
import { ServedFiles } from './served-files.js';
import { StorageLimits } from './storage-limits.js';
import { StoreSweeper } from './store-sweeper.js';
import { StoredParts } from './stored-parts.js';
import { LostTranscripts } from './transcripts/lost-transcripts.js';
import { TranscriptRepository } from './transcripts/transcript.repository.js';
import { TranscriptService } from './transcripts/transcript.service.js';
import { UploadRepository } from './upload.repository.js';
import { UploadService } from './upload.service.js';
import { UploadArrival } from './upload-arrival.js';
import { UploadFiles } from './upload-files.js';
import { UploadParts } from './upload-parts.js';

const provided = [
  FileAnswer,
  GlossaryService,
  MediaChanges,
  MediaIntake,
  MediaLinks,
  MediaRepository,
  MediaService,
  MediaSweeper,
  MediaWork,
  OwnMediaService,
  PostersService,
  Recordings,
  ServedFiles,
  StorageLimits,
  StoreSweeper,
  TranscriptRepository,
  TranscriptService,
  UploadArrival,
  UploadFiles,
  UploadService,
  {
    provide: UploadParts,
    useFactory: (config: Config, files: UploadFiles, stored: StoredParts) =>
      config.values.S3_ENDPOINT ? stored : files,
    inject: [Config, UploadFiles, StoredParts],
  },
];

@Module({
  imports: [IdentityModule],
  providers: [...provided, LostTranscripts, LostWork, StoredParts, UploadRepository, OwnMediaRepository],
  exports: provided.map((one) => ('provide' in one ? one.provide : one)),
})
export class MediaModule {}
