import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { sentenceOf } from '../api';
import { useLingui } from '../language';
import type { PostNow } from './fragments';
import { EditPost } from './thread-mutations';

/** What was written, written again. It stays in the form until the hub has it. */
export function EditPostForm({ post, onClose }: { post: PostNow; onClose: () => void }) {
  const { i18n } = useLingui();
  const [body, setBody] = useState(post.body);
  const [{ fetching, error }, edit] = useMutation(EditPost);
  const save = async (event?: FormEvent) => {
    event?.preventDefault();
    if (body === post.body) return onClose();
    const { error: refused } = await edit({ input: { postId: post.id, body } });
    if (!refused) onClose();
  };
  return (
    <form className="edit-post" onSubmit={save}>
      <textarea
        // biome-ignore lint/a11y/noAutofocus: the reader asked to edit it
        autoFocus
        className="input grows"
        dir="auto"
        aria-label={i18n._('Edit message')}
        value={body}
        onChange={(event) => setBody(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
        }}
      />
      {error && (
        <p className="wrong" role="alert">
          {sentenceOf(i18n, error)}
        </p>
      )}
      <div className="row-acts">
        <button type="submit" className="btn primary" disabled={fetching || body.trim() === ''}>
          {i18n._('Save')}
        </button>
        <button type="button" className="btn bare" onClick={onClose}>
          {i18n._('Cancel')}
        </button>
      </div>
    </form>
  );
}
