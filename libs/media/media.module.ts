import { Module } from '@nestjs/common';
import { LostWork } from './lost-work.js';
import { MediaRepository } from './media.repository.js';
import { MediaService } from './media.service.js';
import { MediaSweeper } from './media.sweeper.js';
import { MediaChanges } from './media-changes.js';
import { MediaLinks } from './media-links.js';
import { Recordings } from './recordings.js';
import { TranscriptRepository } from './transcripts/transcript.repository.js';
import { TranscriptService } from './transcripts/transcript.service.js';
import { UploadRepository } from './upload.repository.js';
import { UploadService } from './upload.service.js';
import { UploadArrival } from './upload-arrival.js';
import { UploadFiles } from './upload-files.js';

const provided = [
  MediaChanges,
  MediaLinks,
  MediaRepository,
  MediaService,
  MediaSweeper,
  Recordings,
  TranscriptRepository,
  TranscriptService,
  UploadArrival,
  UploadFiles,
  UploadService,
];

@Module({ providers: [...provided, LostWork, UploadRepository], exports: provided })
export class MediaModule {}
