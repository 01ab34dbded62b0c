export { cancelFile, chooseAgain, goOnWithFile, pauseFile, startFile } from './files';
export type { RecordingOutbox } from './recording-outbox';
export { attachRecording, dropRecording, playbackOf, startRecording } from './recordings';
export { resumeUploads } from './resume';
export { mediaIdOf, type UploadNow, uploads } from './uploads';
export { useUpload, useUploads } from './use-uploads';
