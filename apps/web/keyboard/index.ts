export { KeyHelp } from './key-help';
export { isTyping, type KeySettings, keyOf, keySettings, setKeySettings } from './key-settings';
export { shortcutsNow } from './registry';
export { type Shortcut, useShortcuts } from './use-shortcuts';
