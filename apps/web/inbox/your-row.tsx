import { memo } from 'react';
import { Icon, MenuButton } from '../design';
import { useLingui } from '../language';
import { ExpectationChip } from './expectation-chip';
import type { Item } from './items';
import { Row } from './row';

/** What a row's buttons and pointers do. */
export interface Hands {
  point: (id: string) => void;
  done: (item: Item) => void;
  later: (item: Item, until: number) => void;
  laterChoices: () => { label: string; until: number }[];
  why: (item: Item) => void;
}

interface YourRowProps {
  item: Item;
  isCurrent: boolean;
  isPicked: boolean;
  /** Words about the time are made anew with each. */
  minute: number;
  /** The same object for good: it always does what the newest render would. */
  hands: Hands;
}

export const isUrgent = (item: Item) => item.post.expectation.timing === 'NOW';

/** Moving through the list touches two rows, not all that can be seen. */
export const YourRow = memo(function YourRow({ item, isCurrent, isPicked, hands }: YourRowProps) {
  const { i18n } = useLingui();
  const { title } = item.post.thread;
  return (
    <Row
      item={item}
      person={item.post.author}
      from="you"
      isCurrent={isCurrent}
      isPicked={isPicked}
      isUrgent={isUrgent(item)}
      onCurrent={() => hands.point(item.id)}
      chip={<ExpectationChip asked={{ ...item, kind: item.post.expectation.kind, isUrgent: isUrgent(item) }} />}
      acts={
        <>
          {item.post.expectation.kind !== 'DECIDE' && (
            <button
              type="button"
              className="ib"
              aria-label={i18n._('Done: {title}', { title })}
              title={i18n._('Done (E)')}
              onClick={() => hands.done(item)}
            >
              <Icon name="check" />
            </button>
          )}
          <MenuButton
            label={i18n._('Later: {title}', { title })}
            title={i18n._('Later (H)')}
            items={hands.laterChoices().map(({ label, until }) => ({ label, run: () => hands.later(item, until) }))}
          >
            <Icon name="clock" />
          </MenuButton>
          <button
            type="button"
            className="ib"
            aria-label={i18n._('Why now: {title}', { title })}
            title={i18n._('Why now? (W)')}
            onClick={() => hands.why(item)}
          >
            <Icon name="bell" />
          </button>
        </>
      }
    />
  );
});
