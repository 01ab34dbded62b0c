import { useEffect } from 'react';
import { attachRecording, resumeUploads, startFile, useUploads } from '../uploads';
import type { Attachment, Draft } from './draft';
import type { DraftKeeper } from './draft-keeper';

/** Keeps a draft and what is on its way for it together: ids as they come, and what a crash left behind. */
export function useDraftUploads(keeper: DraftKeeper, draft: Draft): void {
  const uploads = useUploads();
  useEffect(() => void resumeUploads(), []);
  useEffect(() => {
    const known = draft.attachments.map((one) => {
      const upload = uploads.find(({ id }) => id === one.uploadId);
      return upload?.mediaId && upload.mediaId !== one.mediaId ? { ...one, mediaId: upload.mediaId } : one;
    });
    const found = uploads
      .filter(({ id, draftKey, mediaId, wasCutOff, kind }) => {
        if (draftKey !== draft.key || (kind === 'recording' && !wasCutOff)) return false;
        return !known.some((one) => one.uploadId === id || (mediaId && one.mediaId === mediaId));
      })
      .map(
        ({ id, mediaId, filename, kind }): Attachment => ({
          uploadId: id,
          mediaId,
          filename,
          isRecording: kind === 'recording',
        }),
      );
    for (const { uploadId, isRecording } of found) if (isRecording && uploadId) attachRecording(uploadId, draft.key);
    const isChanged = found.length > 0 || known.some((one, index) => one !== draft.attachments[index]);
    if (isChanged) keeper.change({ attachments: [...known, ...found] });
  }, [uploads, draft, keeper]);
}

/** Begins to send files and makes them part of the draft. */
export async function attachFiles(keeper: DraftKeeper, memberId: string, files: readonly File[]): Promise<void> {
  for (const file of files) {
    const draftKey = keeper.get().draft.key;
    const uploadId = await startFile(file, { memberId, draftKey });
    const added: Attachment = { uploadId, filename: file.name, isRecording: false };
    keeper.change(({ attachments }) =>
      attachments.some((one) => one.uploadId === uploadId) ? {} : { attachments: [...attachments, added] },
    );
  }
}
