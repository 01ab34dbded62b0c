import { Trans } from '@lingui/react';
import type { ReactNode } from 'react';
import { Icon } from '../design';
import { duration, useLingui } from '../language';
import { useUpload } from '../uploads';

/** In another tab: this one must not lose what it is doing. */
export const SignInElsewhere = ({ children }: { children?: ReactNode }) => (
  <a className="link" href="/sign-in" target="_blank" rel="noreferrer">
    {children}
  </a>
);

/** A part or two is always on its way; more than that is said. */
const LAG_SECONDS = 6;

/** How much of a recording is safe, and where: never more than is so. */
export function SafeLine({ uploadId, end }: { uploadId?: string; end?: string[] }) {
  const { i18n } = useLingui();
  const upload = useUpload(uploadId);
  const lag = upload ? upload.spooledSeconds - upload.sentSeconds : 0;
  const isAway = upload?.state === 'waiting' || lag > LAG_SECONDS;
  return (
    <div className="safe">
      <Icon name={upload?.state === 'failed' ? 'warning' : 'shield'} small />
      <span>
        {!upload && i18n._('Each second will be stored on your server while you speak.')}
        {upload?.state === 'done' && <Trans id="<0>All of it is safe</0> on your server." components={{ 0: <b /> }} />}
        {upload?.state === 'failed' &&
          i18n._('The hub does not take this recording. It is still on this device: save it, then try again.')}
        {upload?.state === 'signed-out' && (
          <Trans
            id="<0>Safe on this device up to {time}.</0> Your session has ended: <1>sign in</1> in another tab, and it goes on."
            values={{ time: duration(upload.spooledSeconds) }}
            components={{ 0: <b />, 1: <SignInElsewhere /> }}
          />
        )}
        {upload && ['sending', 'waiting'].includes(upload.state) && isAway && (
          <Trans
            id="<0>Safe on this device up to {time}.</0> The connection is away; it is sent as soon as it is back."
            values={{ time: duration(upload.spooledSeconds) }}
            components={{ 0: <b /> }}
          />
        )}
        {upload && ['sending', 'waiting'].includes(upload.state) && !isAway && (
          <Trans
            id="<0>Safe up to {time}.</0> Each second is stored on your server while you speak."
            values={{ time: duration(upload.sentSeconds) }}
            components={{ 0: <b /> }}
          />
        )}
        {upload?.isDeviceFull && (
          <>
            {' '}
            {i18n._('The storage of this device is full: what comes now is kept in this tab only, until it is sent.')}
          </>
        )}
      </span>
      {end && (
        <span className="end">
          {end.map((word) => (
            <span key={word}>{word}</span>
          ))}
        </span>
      )}
    </div>
  );
}
