import { type InputHTMLAttributes, type ReactNode, useId } from 'react';

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> {
  label: string;
  hint?: ReactNode;
  /** What is wrong with what stands in it. */
  problem?: string;
}

/** A labelled line of text: its hint and its problem are read out with it. */
export function Field({ label, hint, problem, ...input }: FieldProps) {
  const id = useId();
  return (
    <div className="fieldset">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input
        {...input}
        id={id}
        className="input"
        aria-invalid={problem ? true : undefined}
        aria-describedby={`${id}-hint ${id}-wrong`}
      />
      {hint && (
        <p className="hint-line" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p className="wrong" id={`${id}-wrong`} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

/** On or off, at once. */
export function Switch({
  label,
  hint,
  checked,
  onChange,
  disabled,
}: {
  label: string;
  hint?: ReactNode;
  checked: boolean;
  onChange: (on: boolean) => void;
  disabled?: boolean;
}) {
  return (
    <label className="switch">
      <span>
        <span className="label">{label}</span>
        {hint && (
          <span className="hint-line" style={{ display: 'block' }}>
            {hint}
          </span>
        )}
      </span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={checked}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  );
}
