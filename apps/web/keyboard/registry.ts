import { isTyping, keyOf, keySettings } from './key-settings';

export interface Shortcut {
  /** Names the action in the member's own key settings: `inbox.next`. */
  id: string;
  /** As {@link keyOf} writes it; several are separated by spaces. */
  keys: string;
  /** What it does, in the reader's language, for the list of keys. */
  title: string;
  run: (event: KeyboardEvent) => void;
  /** Also while a text field has the focus. @defaultValue only for keys with Ctrl or Alt */
  whileTyping?: boolean;
  isHidden?: boolean;
}

interface Scope {
  name: string;
  /** In a modal dialog, which leaves nothing to what lies beneath it. */
  isInSheet: boolean;
  get: () => Shortcut[];
}

/** Later scopes are asked first: a dialog above a screen above the shell. */
const scopes: Scope[] = [];

export function addScope(scope: Scope): () => void {
  scopes.push(scope);
  if (scopes.length === 1) addEventListener('keydown', pressed);
  return () => {
    scopes.splice(scopes.indexOf(scope), 1);
    if (scopes.length === 0) removeEventListener('keydown', pressed);
  };
}

/** All that works right now, for the list of keys, the newest scope first. */
export const shortcutsNow = (): { name: string; shortcuts: Shortcut[] }[] =>
  scopes.toReversed().map(({ name, get }) => ({ name, shortcuts: get().filter(({ isHidden }) => !isHidden) }));

const keysOf = (shortcut: Shortcut): string[] => (keySettings().remapped[shortcut.id] ?? shortcut.keys).split(' ');
const isModified = (key: string) => /^(Ctrl|Alt)\+/.test(key);

function pressed(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const key = keyOf(event);
  if (!isModified(key) && key.length === 1 && !keySettings().singleKeys) return;
  // A focused button or link is pressed with these; a shortcut must not take them away.
  if (
    (key === 'Enter' || key === 'Space') &&
    event.target instanceof Element &&
    event.target.closest('button, a, summary, [role=slider]')
  )
    return;
  // The browser closes with it what floats.
  if (key === 'Escape' && document.querySelector(':popover-open')) return;
  const typing = isTyping(event.target);
  const isCovered = document.querySelector('dialog:modal') !== null;
  for (const { get, isInSheet } of scopes.toReversed()) {
    if (isCovered && !isInSheet) continue;
    const found = get().find((shortcut) => keysOf(shortcut).includes(key));
    if (!found) continue;
    if (typing && !(found.whileTyping ?? isModified(key))) return;
    event.preventDefault();
    found.run(event);
    return;
  }
}
