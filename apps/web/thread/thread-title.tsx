import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { sentenceOf } from '../api';
import { Icon } from '../design';
import { useLingui } from '../language';
import { notice } from '../notice';
import type { ThreadNow } from './fragments';
import { UpdateTitle } from './thread-mutations';

/** What it is about. Whoever opened the thread can say it better later. */
export function ThreadTitle({ thread, canEdit }: { thread: ThreadNow; canEdit: boolean }) {
  const { i18n } = useLingui();
  const [draft, setDraft] = useState<string>();
  const [{ fetching }, update] = useMutation(UpdateTitle);
  if (draft === undefined) {
    return (
      <div className="title">
        <h1 dir="auto">{thread.title}</h1>
        {canEdit && (
          <button
            type="button"
            className="ib"
            aria-label={i18n._('Edit the title')}
            title={i18n._('Edit the title')}
            onClick={() => setDraft(thread.title)}
          >
            <Icon name="pencil" small />
          </button>
        )}
      </div>
    );
  }
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const title = draft.trim();
    if (!title || title === thread.title) return setDraft(undefined);
    const { error } = await update({ input: { threadId: thread.id, title } });
    if (error) return notice({ text: sentenceOf(i18n, error), isProblem: true });
    setDraft(undefined);
  };
  return (
    <form className="title" onSubmit={save}>
      <input
        // biome-ignore lint/a11y/noAutofocus: the reader asked to edit it
        autoFocus
        className="input"
        dir="auto"
        aria-label={i18n._('Title')}
        value={draft}
        maxLength={200}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && setDraft(undefined)}
      />
      <button type="submit" className="btn primary" disabled={fetching}>
        {i18n._('Save')}
      </button>
    </form>
  );
}
