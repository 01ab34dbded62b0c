import { useEffect, useRef, useState } from 'react';
import { useLingui } from '../language';

const KEPT = 'meantime.notes';

/** What to say, for the speaker alone: kept on this device, never sent. */
export function Notes() {
  const { i18n } = useLingui();
  const [text, setText] = useState(() => localStorage.getItem(KEPT) ?? '');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <label className="speaker-notes">
      <span>{i18n._('Only you see these notes')}</span>
      <textarea
        ref={field}
        value={text}
        rows={6}
        onChange={(event) => {
          setText(event.target.value);
          localStorage.setItem(KEPT, event.target.value);
        }}
      />
    </label>
  );
}
