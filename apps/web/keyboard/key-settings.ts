/** What a member decided about keys: single keys may be off (WCAG 2.1.4), and each may be another one. */
export interface KeySettings {
  singleKeys: boolean;
  /** The key chosen for an action, by the action's id. */
  remapped: Record<string, string>;
}

let settings: KeySettings = { singleKeys: true, remapped: {} };
export const keySettings = () => settings;
export const setKeySettings = (next: KeySettings) => {
  settings = next;
};

/** `Ctrl+K`, `Shift+J`, `Enter`, `/`: how a pressed key is written in shortcuts. Cmd counts as Ctrl. */
export function keyOf(event: KeyboardEvent): string {
  const key = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const isLetter = /^[A-Z]$/.test(key);
  return [
    (event.ctrlKey || event.metaKey) && 'Ctrl',
    event.altKey && 'Alt',
    event.shiftKey && (isLetter || key.length > 1) && 'Shift',
    key,
  ]
    .filter(Boolean)
    .join('+');
}

/** A key that a text field would write. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type);
}
