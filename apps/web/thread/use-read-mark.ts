import { useEffect } from 'react';
import { useMutation } from 'urql';
import { MarkRead } from './thread-mutations';

/** What stood on a visible page for a moment has been seen. Reading never settles what is asked. */
export function useReadMark(threadId: string, lastPostId: string | undefined, unread: number): void {
  const [, markRead] = useMutation(MarkRead);
  useEffect(() => {
    if (!lastPostId || unread === 0) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      if (document.visibilityState !== 'visible') return;
      timer = setTimeout(() => void markRead({ input: { threadId, upToPostId: lastPostId } }), 1_200);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [threadId, lastPostId, unread, markRead]);
}
