import type { Answer, PostNow } from './fragments';

/** What the banner of a thread speaks of. */
export interface Focus {
  /** `asked`: the viewer owes an answer. `author`: they wait for answers. `settled`: they have answered. */
  kind: 'asked' | 'author' | 'settled' | 'looking';
  post: PostNow;
  /** With `asked` and `settled`: the viewer's own. */
  own?: Answer;
}

const isOpen = ({ status }: Answer) => status === 'OPEN';

/** The newest post that asks the viewer; else the newest of their own that waits; else the newest that waits at all. */
export function focusOf(posts: readonly PostNow[], viewerId: string): Focus | undefined {
  const asking = posts
    .filter(
      ({ expectation, deletedAt }) => expectation.kind !== 'FYI' && !deletedAt && expectation.responses.length > 0,
    )
    .toReversed();
  const ownIn = (post: PostNow) => post.expectation.responses.filter(({ recipient }) => recipient.id === viewerId);
  for (const post of asking) {
    const own = ownIn(post).find(isOpen);
    if (own) return { kind: 'asked', post, own };
  }
  const waits = asking.filter(({ expectation }) => expectation.responses.some(isOpen));
  const mine = waits.find(({ author }) => author.id === viewerId);
  if (mine) return { kind: 'author', post: mine };
  for (const post of asking) {
    const own = ownIn(post).find(({ status }) => status !== 'WITHDRAWN');
    if (own) return { kind: 'settled', post, own };
  }
  return waits[0] && { kind: 'looking', post: waits[0] };
}
