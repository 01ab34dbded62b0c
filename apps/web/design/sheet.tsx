import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useLingui } from '../language';
import { Icon } from './icon';

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
        {children}
        {footer && <footer>{footer}</footer>}
      </div>
    </dialog>
  );
}
