import { type CombinedError, useMutation } from 'urql';
import { sentenceOf } from '../api';
import { useLingui } from '../language';
import { notice } from '../notice';
import type { ThreadNow } from './fragments';
import { PinThread, Reopen, SaveThread, SetInvolvement } from './thread-mutations';

type Involvement = ThreadNow['viewerInvolvement'];

/** Pin, save, follow, reopen. */
export function useThreadActs(thread: ThreadNow, onInvolvement: () => void) {
  const { i18n } = useLingui();
  const [, pin] = useMutation(PinThread);
  const [, save] = useMutation(SaveThread);
  const [, involve] = useMutation(SetInvolvement);
  const [, reopen] = useMutation(Reopen);
  const threadId = thread.id;
  async function say(call: Promise<{ error?: CombinedError }>, text: string, undo?: () => unknown) {
    const { error } = await call;
    if (error) notice({ text: sentenceOf(i18n, error), isProblem: true });
    else notice({ text, undo });
    return !error;
  }
  const pinned = (to: boolean) => pin({ input: { threadId, pinned: to } });
  const saved = (to: boolean) => save({ input: { threadId, saved: to } });
  return {
    togglePin: () =>
      say(pinned(!thread.pinned), thread.pinned ? i18n._('No longer pinned.') : i18n._('Pinned in its channel.'), () =>
        pinned(thread.pinned),
      ),
    toggleSaved: () =>
      say(
        saved(!thread.viewerHasSaved),
        thread.viewerHasSaved ? i18n._('No longer saved.') : i18n._('Saved for you.'),
        () => saved(thread.viewerHasSaved),
      ),
    involve: async (involvement: Involvement) => {
      const said = {
        FOLLOWING: i18n._('You follow this thread.'),
        DIGEST: i18n._('This thread comes in your digest.'),
        MUTED: i18n._('This thread is quiet for you. Questions to you still come.'),
      }[involvement];
      if (await say(involve({ input: { threadId, involvement } }), said)) onInvolvement();
    },
    reopen: () => say(reopen({ input: { threadId } }), i18n._('The thread is open again.')),
  };
}
