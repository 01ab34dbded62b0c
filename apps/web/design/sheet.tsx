import { createContext, type ReactNode, useEffect, useId, useRef } from 'react';
import { useLingui } from '../language';
import { Icon } from './icon';

const TYPED = 'textarea, input:not([type=checkbox], [type=radio], [type=file], [hidden], :disabled)';

/** Whether a component stands in a sheet: while one is open, keys work in it alone. */
export const InSheet = createContext(false);

/** A native modal dialog: the focus stays in it, Escape closes it, and it goes back where it came from. */
export function Sheet({
  title,
  onClose,
  wide,
  footer,
  children,
}: {
  title: string;
  onClose: () => void;
  wide?: boolean;
  footer?: ReactNode;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const { i18n } = useLingui();
  useEffect(() => {
    const element = dialog.current!;
    if (!element.open) element.showModal();
    // Where something is to be typed, one types at once; the browser would begin with the button that closes.
    element.querySelector<HTMLElement>(`.inside > :not(header) :is(${TYPED}), .inside > :is(${TYPED})`)?.focus();
    return () => element.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`sheet${wide ? ' wide' : ''}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => event.target === dialog.current && onClose()}
    >
      <div className="inside">
        <header>
          <h2 id={titleId}>{title}</h2>
          <button type="button" className="ib" aria-label={i18n._('Close')} onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        <InSheet.Provider value={true}>{children}</InSheet.Provider>
        {footer && <footer>{footer}</footer>}
      </div>
    </dialog>
  );
}
