import { Module } from '@nestjs/common';
import { MediaModule } from './media.module.js';
import { MediaProcessing } from './media-processing.js';
import {
  CopyMediaHandler,
  ProcessLongMediaHandler,
  ProcessMediaHandler,
  ProcessQuickMediaHandler,
} from './process-media.handler.js';
import { BrowserCopies } from './processing/browser-copies.js';
import { RemoveMediaFilesHandler } from './remove-media-files.handler.js';
import { TranscribeMediaHandler } from './transcripts/transcribe-media.handler.js';
import { Transcription } from './transcripts/transcription.js';

const handlers = [
  CopyMediaHandler,
  ProcessLongMediaHandler,
  ProcessMediaHandler,
  ProcessQuickMediaHandler,
  RemoveMediaFilesHandler,
  TranscribeMediaHandler,
];

@Module({
  imports: [MediaModule],
  providers: [BrowserCopies, MediaProcessing, ...handlers, Transcription],
  exports: [MediaModule, ...handlers],
})
export class MediaWorkerModule {}
