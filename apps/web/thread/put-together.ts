interface Dated {
  id: string;
  publishedAt: string | null;
}

/** Pages of a thread as one list, oldest first: where two hold the same post, the later page knows it better. */
export function putTogether<Post extends Dated>(pages: readonly (readonly Post[])[]): Post[] {
  const byId = new Map<string, Post>();
  for (const page of pages) for (const post of page) byId.set(post.id, post);
  return [...byId.values()].sort(
    (one, other) => (one.publishedAt ?? '').localeCompare(other.publishedAt ?? '') || one.id.localeCompare(other.id),
  );
}

/** The first of the newest `unread` posts that somebody else wrote; nothing where all is read. */
export function firstUnread<Post extends { id: string; author: { id: string } }>(
  posts: readonly Post[],
  unread: number,
  viewerId: string,
): string | undefined {
  if (unread <= 0) return undefined;
  const others = posts.filter(({ author }) => author.id !== viewerId);
  return others.at(-Math.min(unread, others.length))?.id;
}
