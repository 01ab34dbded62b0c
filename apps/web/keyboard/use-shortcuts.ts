import { useContext, useEffect, useRef } from 'react';
import { InSheet } from '../design';
import { addScope, type Shortcut } from './registry';

export type { Shortcut } from './registry';

/**
 * Makes keys work while the caller is on the screen. The list may change with every render.
 * @param scope its heading in the list of keys, in the reader's language
 */
export function useShortcuts(scope: string, shortcuts: Shortcut[]): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  const isInSheet = useContext(InSheet);
  useEffect(() => addScope({ name: scope, isInSheet, get: () => latest.current }), [scope, isInSheet]);
}
