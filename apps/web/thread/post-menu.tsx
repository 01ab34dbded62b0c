import { useState } from 'react';
import { useMutation } from 'urql';
import { sentenceOf } from '../api';
import { Icon, MenuButton, type MenuItem, Sheet } from '../design';
import { useLingui } from '../language';
import { notice } from '../notice';
import { useViewer } from '../shell';
import { copyLink } from './copy-link';
import type { PostNow } from './fragments';
import { DeletePost, ReactTo } from './thread-mutations';

/** A handful is enough to say "seen", "thanks", "yes", "no" without a message to everybody. */
export const emojis = ['👍', '❤️', '🎉', '👀', '🙏', '😄'];

export function PostMenu({ post, onEdit }: { post: PostNow; onEdit: () => void }) {
  const { i18n } = useLingui();
  const { member } = useViewer();
  const [, deletePost] = useMutation(DeletePost);
  const [, react] = useMutation(ReactTo);
  const [isAsking, setAsking] = useState(false);
  const isOwn = post.author.id === member.id;
  const fail = (error: Parameters<typeof sentenceOf>[1]) => notice({ text: sentenceOf(i18n, error), isProblem: true });
  const reactWith = async (emoji: string) => {
    const remove = post.reactions.some((one) => one.emoji === emoji && one.viewerHasReacted);
    const { error } = await react({ input: { postId: post.id, emoji, remove } });
    if (error) fail(error);
  };
  const items: (MenuItem | 'line')[] = [
    { label: i18n._('Copy link'), icon: 'link', run: () => void copyLink(i18n, { post: post.id }) },
    ...(isOwn
      ? ([
          { label: i18n._('Edit'), icon: 'pencil', run: onEdit },
          'line',
          { label: i18n._('Delete'), icon: 'trash', isDanger: true, run: () => setAsking(true) },
        ] satisfies (MenuItem | 'line')[])
      : []),
  ];
  const remove = async () => {
    setAsking(false);
    const { error } = await deletePost({ input: { postId: post.id } });
    if (error) fail(error);
  };
  return (
    <span className="post-acts">
      <MenuButton
        label={i18n._('React')}
        title={i18n._('React')}
        className="ib tiny"
        items={emojis.map((emoji) => ({ label: emoji, run: () => void reactWith(emoji) }))}
      >
        <Icon name="smile" small />
      </MenuButton>
      <MenuButton
        label={i18n._('More about this message')}
        title={i18n._('More about this message')}
        className="ib tiny"
        items={items}
      >
        <Icon name="more" small />
      </MenuButton>
      {isAsking && (
        <Sheet
          title={i18n._('Delete this message')}
          onClose={() => setAsking(false)}
          footer={
            <>
              <button type="button" className="btn quiet" onClick={() => setAsking(false)}>
                {i18n._('Keep it')}
              </button>
              <button type="button" className="btn now" onClick={() => void remove()}>
                {i18n._('Delete')}
              </button>
            </>
          }
        >
          <p>{i18n._('Its text and recordings are gone for everybody. That it was there stays visible.')}</p>
        </Sheet>
      )}
    </span>
  );
}
