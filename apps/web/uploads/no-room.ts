import { bytesWords, i18n } from '../language';

/** Why an upload was not opened, and what helps. */
export function noRoom({ left, whose, most }: { left?: number; whose?: string; most?: number }): string {
  if (most !== undefined) {
    return i18n._('One file may have {most} at most. Choose a smaller one.', { most: bytesWords(i18n, most) });
  }
  const size = bytesWords(i18n, left ?? 0);
  return whose === 'MEMBER'
    ? i18n._('{size} of your storage are left, which is too little for this. Delete recordings that nobody needs.', {
        size,
      })
    : i18n._('{size} of your organisation’s storage are left, which is too little for this. Tell an administrator.', {
        size,
      });
}

/** Of an upload that has begun. */
export const noMoreRoom = (): string =>
  i18n._('There is no room for more of this. What arrived is kept: finish it from your drafts.');
