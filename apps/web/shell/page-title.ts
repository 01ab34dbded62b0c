import { useEffect } from 'react';

/** The page's name for tabs, history and screen readers; what waits stands first. */
export function usePageTitle(title: string, waiting = 0): void {
  useEffect(() => {
    document.title = `${waiting > 0 ? `(${waiting}) ` : ''}${title} · Meantime`;
  }, [title, waiting]);
}
