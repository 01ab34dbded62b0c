import { useState } from 'react';
import type { PanelTab } from './side/panel';

const CLOSED = 'meantime.panel-closed';

/** Which page of the panel is open; whether it is, is remembered on this device. A link to a page opens it. */
export function usePanel(asked: PanelTab | undefined) {
  const [tab, setTab] = useState<PanelTab>(asked ?? 'transcript');
  const [isOpen, setOpen] = useState(() => asked !== undefined || localStorage.getItem(CLOSED) === null);
  const open = (to: boolean) => {
    setOpen(to);
    if (to) localStorage.removeItem(CLOSED);
    else localStorage.setItem(CLOSED, '1');
  };
  return {
    tab,
    isOpen,
    show(next: PanelTab) {
      setTab(next);
      open(true);
    },
    /** T: the transcript comes, and goes when it is what is there. */
    toggle() {
      const goes = isOpen && tab === 'transcript';
      if (!goes) setTab('transcript');
      open(!goes);
    },
  };
}
