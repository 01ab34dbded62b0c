import type { I18n } from '@lingui/core';
import { notice } from '../notice';

/** The address of this thread, of one of its posts, or of a moment. Only members of its channel can open it. */
export async function copyLink(i18n: I18n, to: { post?: string; at?: number } = {}): Promise<void> {
  const url = new URL(location.pathname, location.origin);
  if (to.post) url.searchParams.set('post', to.post);
  if (to.at !== undefined) url.searchParams.set('at', String(Math.floor(to.at)));
  try {
    await navigator.clipboard.writeText(url.href);
    notice({ text: i18n._('The link is copied. It opens for members of this channel.') });
  } catch {
    notice({ text: url.href, forMs: 20_000 });
  }
}
