import { diffWordsWithSpace } from 'diff';
import { useLingui } from '../language';

/** The new text, with what is gone and what is new marked in it, for eyes and for screen readers. */
export function ChangedText({ before, now }: { before: string; now: string }) {
  const { i18n } = useLingui();
  const parts = diffWordsWithSpace(before, now);
  return (
    <p className="changed-text">
      {parts.map(({ value, added, removed }, index) => {
        const key = index;
        if (added || removed) {
          const Mark = added ? 'ins' : 'del';
          return (
            <Mark key={key}>
              <span className="sr">{added ? i18n._('new:') : i18n._('gone:')} </span>
              {value}
            </Mark>
          );
        }
        return <span key={key}>{value}</span>;
      })}
    </p>
  );
}
