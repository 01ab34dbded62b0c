import { currentZone, duration, i18n, Times } from '../language';
import { notice } from '../notice';
import { attachRecording } from './recordings';
import { resumeUploads } from './resume';
import { uploads } from './uploads';

const told = new Set<string>();

/**
 * Goes on with what an earlier visit left, and offers a recording that was cut off to be finished.
 * @param openDraft shows the draft of that key, or a new one under it
 */
export function resumeAtStart(openDraft: (draftKey: string) => void): void {
  const look = () => {
    for (const { id, wasCutOff, isTaken, bytes, startedAt, spooledSeconds, draftKey = id } of uploads.get()) {
      if (!wasCutOff || isTaken || bytes === 0 || told.has(id)) continue;
      // The composer itself says so beside the draft that it belongs to.
      if (location.pathname === '/new') continue;
      told.add(id);
      const times = new Times(i18n, currentZone());
      notice({
        text: i18n._('Your recording was cut off. Everything up to {length} is kept.', {
          length: duration(spooledSeconds),
        }),
        action: {
          label: i18n._('Finish the recording of {time}', { time: times.clock(startedAt) }),
          run: () => {
            attachRecording(id, draftKey);
            openDraft(draftKey);
          },
        },
        forMs: 30_000,
      });
    }
  };
  uploads.subscribe(look);
  void resumeUploads();
}
