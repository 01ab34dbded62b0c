import { useState } from 'react';
import { useMutation } from 'urql';
import { sentenceOf } from '../api';
import { Switch } from '../design';
import { useLingui, useTimes } from '../language';
import { notice } from '../notice';
import type { PostNow, ThreadNow } from './fragments';
import { NoteSheet } from './note-sheet';
import { Conclude, Reopen } from './thread-mutations';
import { peopleWords } from './words';

/** What came of it. Questions that are still open are either no longer needed, or it is too early. */
export function ConcludeSheet({
  thread,
  posts,
  viewerId,
  onClose,
}: {
  thread: ThreadNow;
  posts: readonly PostNow[];
  viewerId: string;
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  const times = useTimes();
  const [, conclude] = useMutation(Conclude);
  const [, reopen] = useMutation(Reopen);
  const [isUnneeded, setUnneeded] = useState(false);
  const open = posts.flatMap(({ expectation }) => expectation.responses.filter(({ status }) => status === 'OPEN'));
  const people = [...new Map(open.map(({ recipient }) => [recipient.id, recipient])).values()];
  const submit = async (summary: string) => {
    const { error } = await conclude({
      input: { threadId: thread.id, summary, withdrawOpenResponses: open.length > 0 },
    });
    if (error) return notice({ text: sentenceOf(i18n, error), isProblem: true });
    notice({
      text: i18n._('The thread is concluded.'),
      undo: () => void reopen({ input: { threadId: thread.id } }),
    });
  };
  return (
    <NoteSheet
      title={i18n._('Conclude this thread')}
      hint={i18n._('One or two sentences on what came of it. They stand first here and in the digest.')}
      note={i18n._('What came of it')}
      needsNote
      submit={i18n._('Conclude')}
      canSubmit={open.length === 0 || isUnneeded}
      onSubmit={({ note }) => void submit(note)}
      onClose={onClose}
    >
      {open.length > 0 && (
        <Switch
          label={i18n._('{count, plural, one {One answer is} other {# answers are}} no longer needed', {
            count: open.length,
          })}
          hint={i18n._('Still asked: {people}. Their questions are withdrawn.', {
            people: peopleWords(i18n, times, people, viewerId),
          })}
          checked={isUnneeded}
          onChange={setUnneeded}
        />
      )}
    </NoteSheet>
  );
}
