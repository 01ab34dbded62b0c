import { createElement as h, type ReactNode } from 'react';
import { paint, quiet } from './mail-frame.js';
import type { MailRibbon, RibbonCell } from './mail-ribbon.js';

const colours: Record<RibbonCell['kind'], string> = { off: paint.line, working: paint.working, due: paint.warm };
const table = { role: 'presentation', width: '100%', border: 0, cellPadding: 0, cellSpacing: 0 };
const HEIGHT = 12;

/** The ribbon of time as a row of a table: what every mail program can draw. */
export const ribbonRow = ({ cells, from, to, said }: MailRibbon): ReactNode =>
  h(
    'div',
    { key: 'ribbon', role: 'img', 'aria-label': said, style: { margin: '4px 4px 16px' } },
    rowOf(
      { tableLayout: 'fixed', borderRadius: '6px', overflow: 'hidden' },
      cells.map(({ kind, percent }, at) =>
        h('td', {
          key: at,
          className: `m-${kind}`,
          width: `${percent.toFixed(2)}%`,
          height: HEIGHT,
          style: { backgroundColor: colours[kind], fontSize: '1px', lineHeight: '1px', height: `${HEIGHT}px` },
        }),
      ),
    ),
    rowOf({ marginTop: '4px' }, [
      h('td', { key: 'from', width: '50%', style: { textAlign: 'start' } }, quiet({ fontSize: '12px' }, from)),
      h('td', { key: 'to', width: '50%', style: { textAlign: 'end' } }, quiet({ fontSize: '12px' }, to)),
    ]),
  );

const rowOf = (style: Record<string, string>, cells: ReactNode[]): ReactNode =>
  h('table', { ...table, style }, h('tbody', null, h('tr', null, ...cells)));
