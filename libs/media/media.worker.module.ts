import { Module } from '@nestjs/common';
import { MediaModule } from './media.module.js';
import { MediaProcessing } from './media-processing.js';
import { ProcessMediaHandler } from './process-media.handler.js';
import { RemoveMediaFilesHandler } from './remove-media-files.handler.js';
import { TranscribeMediaHandler } from './transcripts/transcribe-media.handler.js';
import { Transcription } from './transcripts/transcription.js';

@Module({
  imports: [MediaModule],
  providers: [MediaProcessing, ProcessMediaHandler, RemoveMediaFilesHandler, TranscribeMediaHandler, Transcription],
  exports: [MediaModule, ProcessMediaHandler, RemoveMediaFilesHandler, TranscribeMediaHandler],
})
export class MediaWorkerModule {}
