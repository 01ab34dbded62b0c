import { useMutation } from 'urql';
import { sentenceOf } from '../api';
import { useLingui, useTimes } from '../language';
import { notice } from '../notice';
import type { PostNow } from './fragments';
import { ReactTo } from './thread-mutations';

export function Reactions({ post }: { post: PostNow }) {
  const { i18n } = useLingui();
  const times = useTimes();
  const [{ fetching }, react] = useMutation(ReactTo);
  if (post.reactions.length === 0) return null;
  const toggle = async (emoji: string, remove: boolean) => {
    const { error } = await react({ input: { postId: post.id, emoji, remove } });
    if (error) notice({ text: sentenceOf(i18n, error), isProblem: true });
  };
  return (
    <ul className="reactions" aria-label={i18n._('Reactions')}>
      {post.reactions.map(({ emoji, count, viewerHasReacted }) => (
        <li key={emoji}>
          <button
            type="button"
            className="x"
            aria-pressed={viewerHasReacted}
            disabled={fetching}
            onClick={() => void toggle(emoji, viewerHasReacted)}
          >
            {emoji} {times.number(count)}
            <span className="sr"> {i18n._('{count, plural, one {person} other {people}}', { count })}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
