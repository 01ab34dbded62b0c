import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { Icon } from './icon';
import type { IconName } from './icon-paths';

export interface MenuItem {
  label: string;
  icon?: IconName;
  keys?: string;
  isDanger?: boolean;
  isDisabled?: boolean;
  /** Ticked, in a menu of choices. */
  isChosen?: boolean;
  /** It is on or off by itself, whatever else is chosen. */
  isSwitch?: boolean;
  run: () => void;
}

/** A button that opens a menu: arrows move, Home and End jump, Escape closes (the native popover's own). */
export function MenuButton({
  label,
  items,
  children,
  className = 'ib',
  title,
}: {
  label: string;
  items: (MenuItem | 'line')[];
  children: ReactNode;
  className?: string;
  title?: string;
}) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  useLayoutEffect(() => {
    if (!open || !menu.current || !button.current) return;
    const anchor = button.current.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = menu.current;
    const left = Math.min(
      Math.max(12, document.dir === 'rtl' ? anchor.left : anchor.right - width),
      innerWidth - width - 12,
    );
    const below = anchor.bottom + 6 + height < innerHeight;
    menu.current.style.left = `${left}px`;
    menu.current.style.top = `${below ? anchor.bottom + 6 : Math.max(12, anchor.top - height - 6)}px`;
    menu.current.querySelector<HTMLElement>('button:not(:disabled)')?.focus();
  }, [open]);

  const move = (event: KeyboardEvent) => {
    const buttons = [...(menu.current?.querySelectorAll<HTMLElement>('button:not(:disabled)') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    buttons.at(to % buttons.length)?.focus();
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        title={title}
        aria-haspopup="menu"
        aria-expanded={open}
        popoverTarget={id}
      >
        {children}
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        className="menu floating"
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={move}
      >
        {open &&
          items.map((item, index) =>
            item === 'line' ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name of its own
              <hr key={`line ${index}`} />
            ) : (
              <button
                key={item.label}
                type="button"
                {...roleOf(item)}
                disabled={item.isDisabled}
                className={item.isDanger ? 'danger' : undefined}
                onClick={() => {
                  menu.current?.hidePopover();
                  button.current?.focus();
                  item.run();
                }}
              >
                {item.icon && <Icon name={item.icon} small />}
                {item.label}
                {item.isChosen && <Icon name="check" small />}
                {item.keys && <kbd>{item.keys}</kbd>}
              </button>
            ),
          )}
      </div>
    </>
  );
}

const roleOf = ({ isChosen, isSwitch }: MenuItem) =>
  isChosen === undefined
    ? ({ role: 'menuitem' } as const)
    : ({ role: isSwitch ? 'menuitemcheckbox' : 'menuitemradio', 'aria-checked': isChosen } as const);
