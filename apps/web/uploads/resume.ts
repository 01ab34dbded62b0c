import { ask, graphql } from '../api';
import { onTold } from './around';
import { resumeFile } from './files';
import { resumeRecording } from './recordings';
import { spool } from './spool';

const WhoAmI = graphql(`
  query WhoUploads {
    viewer {
      member {
        id
      }
    }
  }
`);

let hasBegun = false;

/**
 * Goes on with what an earlier visit left on this device, for the member that it belongs to: once a page. In a second
 * tab it waits behind the first, and takes over when that one is closed.
 */
export async function resumeUploads(): Promise<void> {
  if (hasBegun) return;
  hasBegun = true;
  const { data } = await ask(WhoAmI, {});
  const memberId = data?.viewer?.member.id;
  if (!memberId) {
    // Nobody is signed in, or there is no network: the next page, or the next chance, asks again.
    hasBegun = false;
    addEventListener('online', () => void resumeUploads(), { once: true });
    return;
  }
  const mine = async () => {
    for (const recording of await spool.recordings())
      if (recording.memberId === memberId) void resumeRecording(recording.id);
    for (const file of await spool.files()) if (file.memberId === memberId) void resumeFile(file.id);
  };
  onTold((message) => 'added' in message && void resumeRecording(message.added));
  await mine();
}
