import { useEffect, useRef } from 'react';
import { useViewer } from '../../shell';
import { cancelFile, mediaIdOf, startFile, uploads } from '../../uploads';
import type { Attached, ReplyDraft } from './reply-draft';

interface Draft {
  draft: ReplyDraft;
  change: (part: Partial<ReplyDraft>) => void;
  current: () => ReplyDraft;
}

/** Files and recordings of an answer. They go to the hub at once; the answer names them when it is sent. */
export function useAttaching(threadId: string, { draft, change, current }: Draft) {
  const { member } = useViewer();
  const asked = useRef(new Set<string>());
  const patch = (uploadId: string, part: Partial<Attached>) =>
    change({ attached: current().attached.map((one) => (one.uploadId === uploadId ? { ...one, ...part } : one)) });

  // biome-ignore lint/correctness/useExhaustiveDependencies: patch reads what is current by itself
  useEffect(() => {
    for (const { uploadId, mediaId } of draft.attached) {
      if (!uploadId || mediaId || asked.current.has(uploadId)) continue;
      asked.current.add(uploadId);
      void mediaIdOf(uploadId).then(
        (id) => patch(uploadId, { mediaId: id }),
        () => undefined,
      );
    }
  }, [draft.attached]);

  return {
    async attach(files: Iterable<File>): Promise<void> {
      for (const file of files) {
        const uploadId = await startFile(file, { memberId: member.id, draftKey: `reply ${threadId}` });
        change({ attached: [...current().attached, { uploadId, filename: file.name }] });
      }
    },
    attachRecorded(mediaId: string, filename: string): void {
      change({ attached: [...current().attached, { mediaId, filename }] });
    },
    remove(gone: Attached): void {
      change({ attached: current().attached.filter((one) => one !== gone) });
      if (gone.uploadId) void cancelFile(gone.uploadId);
    },
    /** Resolves when the hub knows all of them; it need not have all their bytes. */
    async mediaIds(): Promise<string[]> {
      return Promise.all(current().attached.map(({ mediaId, uploadId }) => mediaId ?? mediaIdOf(uploadId ?? '')));
    },
    /** They belong to a post now: what still goes, goes on without this dock. */
    letGo(): void {
      for (const { uploadId } of current().attached) {
        const upload = uploadId ? uploads.find(uploadId) : undefined;
        if (upload?.state === 'done') uploads.drop(upload.id);
        else if (upload) uploads.change(upload.id, { draftKey: undefined });
      }
    },
  };
}
