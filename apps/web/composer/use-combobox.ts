import { type KeyboardEvent, useId, useState } from 'react';

/** A list under a text field, walked by keys while the focus stays in the field (ARIA combobox). */
export function useCombobox<Option>({
  options,
  isOpen,
  onPick,
  onClose,
}: {
  options: readonly Option[];
  isOpen: boolean;
  onPick: (option: Option) => void;
  onClose: () => void;
}) {
  const id = useId();
  const [marked, setMarked] = useState(0);
  const at = Math.min(marked, options.length - 1);
  const isShown = isOpen && options.length > 0;

  /** @returns true where the key was the list's */
  const pressed = (event: KeyboardEvent): boolean => {
    if (!isShown || event.nativeEvent.isComposing) return false;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: undefined, End: undefined }[event.key];
    if (to !== undefined) setMarked((to + options.length) % options.length);
    else if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'Tab') onPick(options[at]!);
    else if (event.key === 'Escape') onClose();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  return {
    isShown,
    at,
    pressed,
    restart: () => setMarked(0),
    field: {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': isShown,
      'aria-controls': `${id}-list`,
      'aria-activedescendant': isShown ? `${id}-${at}` : undefined,
      autoComplete: 'off',
    } as const,
    list: { id: `${id}-list`, role: 'listbox' } as const,
    option: (index: number) =>
      ({
        id: `${id}-${index}`,
        role: 'option',
        'aria-selected': index === at,
        onMouseMove: () => setMarked(index),
        // The field keeps its focus.
        onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault(),
        onClick: () => onPick(options[index]!),
      }) as const,
  };
}
