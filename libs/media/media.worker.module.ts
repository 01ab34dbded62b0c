import { Module } from '@nestjs/common';
import { MediaModule } from './media.module.js';
import { MediaProcessing } from './media-processing.js';
import { ProcessMediaHandler } from './process-media.handler.js';

@Module({
  imports: [MediaModule],
  providers: [MediaProcessing, ProcessMediaHandler],
  exports: [MediaModule, ProcessMediaHandler],
})
export class MediaWorkerModule {}
