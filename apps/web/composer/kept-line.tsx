import { Trans } from '@lingui/react';
import { useSyncExternalStore } from 'react';
import { useLingui, useTimes } from '../language';
import { isEmpty } from './draft';
import type { DraftKeeper } from './draft-keeper';

/** Where the draft is kept, never more than is so. */
export function KeptLine({ keeper }: { keeper: DraftKeeper }) {
  const { i18n } = useLingui();
  const times = useTimes();
  const { draft, isDeviceFull, server, savedAt } = useSyncExternalStore(keeper.subscribe, keeper.get);
  if (isEmpty(draft)) return <span className="note" />;
  const time = times.clock(server === 'saved' || !savedAt ? draft.changedAt : savedAt);
  return (
    <span className="note" role="status">
      {server === 'signed-out' && (
        <Trans
          id="Your session has ended. What you write is kept on this device. <0>Sign in</0> in another tab to go on."
          components={{ 0: <SignInElsewhere /> }}
        />
      )}
      {server === 'away' && isDeviceFull && i18n._('Not kept: this device is full and the server is away')}
      {server === 'away' && !isDeviceFull && (
        <Trans
          id="<0>Draft kept on this device, </0>saved {time}"
          values={{ time: times.clock(draft.changedAt) }}
          components={{ 0: <Wide /> }}
        />
      )}
      {(server === 'saved' || server === 'saving') && isDeviceFull && (
        <Trans id="<0>Draft kept on the server, </0>saved {time}" values={{ time }} components={{ 0: <Wide /> }} />
      )}
      {(server === 'saved' || server === 'saving') && !isDeviceFull && savedAt && (
        <Trans
          id="<0>Draft kept on this device and on the server, </0>saved {time}"
          values={{ time }}
          components={{ 0: <Wide /> }}
        />
      )}
      {(server === 'saved' || server === 'saving') && !isDeviceFull && !savedAt && (
        <Trans id="<0>Draft kept on this device, </0>saved {time}" values={{ time }} components={{ 0: <Wide /> }} />
      )}
    </span>
  );
}

/** Left out where there is no room for it. */
const Wide = ({ children }: { children?: React.ReactNode }) => <span className="not-s">{children}</span>;

const SignInElsewhere = ({ children }: { children?: React.ReactNode }) => (
  <a className="link" href="/sign-in" target="_blank" rel="noreferrer">
    {children}
  </a>
);
