import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Sheet } from '../design';
import { useLingui } from '../language';
import { TimeField } from './time-field';

/** A small question back: a few words, a time, or both. */
export function NoteSheet({
  title,
  hint,
  submit,
  note: noteLabel,
  needsNote,
  time: timeLabel,
  children,
  canSubmit = true,
  onSubmit,
  onClose,
}: {
  title: string;
  hint?: string;
  submit: string;
  /** The label of a field for words; without one none is asked. */
  note?: string;
  needsNote?: boolean;
  time?: string;
  children?: ReactNode;
  canSubmit?: boolean;
  onSubmit: (given: { note: string; at?: number }) => void;
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  const id = useId();
  const [note, setNote] = useState('');
  const [at, setAt] = useState<number>();
  const isWhole = canSubmit && (!needsNote || note.trim() !== '') && (!timeLabel || at !== undefined);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!isWhole) return;
    onClose();
    onSubmit({ note: note.trim(), at });
  };
  return (
    <Sheet
      title={title}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="btn quiet" onClick={onClose}>
            {i18n._('Cancel')}
          </button>
          <button type="submit" form={id} className="btn primary" disabled={!isWhole}>
            {submit}
          </button>
        </>
      }
    >
      <form id={id} className="note-sheet" onSubmit={send}>
        {hint && <p>{hint}</p>}
        {children}
        {timeLabel && <TimeField label={timeLabel} value={at} onChange={setAt} />}
        {noteLabel && (
          <div className="fieldset">
            <label className="label" htmlFor={`${id}-note`}>
              {noteLabel}
            </label>
            <textarea
              id={`${id}-note`}
              className="input"
              rows={3}
              dir="auto"
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          </div>
        )}
      </form>
    </Sheet>
  );
}
