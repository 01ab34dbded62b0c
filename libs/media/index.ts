export { FileAnswer } from './file-answer.js';
export { GlossaryWordEntity } from './glossary/glossary.entity.js';
export { MediaApiModule } from './media.api.module.js';
export {
  MediaEntity,
  type MediaKind,
  type MediaStatus,
  mediaKinds,
  mediaStatuses,
  RenditionEntity,
} from './media.entity.js';
export { noSuchMedia, notYourMedia } from './media.errors.js';
export {
  copyMedia,
  processLongMedia,
  processMedia,
  processQuickMedia,
  removeMediaFiles,
  transcribeMedia,
} from './media.jobs.js';
export { MediaModule } from './media.module.js';
export { MediaRepository } from './media.repository.js';
export { MediaService } from './media.service.js';
export { MediaSweeper } from './media.sweeper.js';
export { mediaTopic } from './media.topics.js';
export { MediaKindEnum, MediaStatusEnum, MediaType } from './media.type.js';
export { MediaWorkerModule } from './media.worker.module.js';
export { canSeeMedia } from './media-access.js';
export { MediaChanges } from './media-changes.js';
export { MediaIntake } from './media-intake.js';
export type { MediaView } from './media-view.js';
export { answerError } from './plain-answer.js';
export { type Poster, PostersService } from './posters.service.js';
export {
  CopyMediaHandler,
  ProcessLongMediaHandler,
  ProcessMediaHandler,
  ProcessQuickMediaHandler,
} from './process-media.handler.js';
export { slotsOf } from './processing/lanes.js';
export { RemoveMediaFilesHandler } from './remove-media-files.handler.js';
export { ServedFiles } from './served-files.js';
export { StoreSweeper } from './store-sweeper.js';
export { TranscribeMediaHandler } from './transcripts/transcribe-media.handler.js';
export { TranscriptEntity } from './transcripts/transcript.entity.js';
export { TranscriptRepository } from './transcripts/transcript.repository.js';
export { TranscriptService } from './transcripts/transcript.service.js';
export { UploadService } from './upload.service.js';
