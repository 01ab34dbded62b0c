import { useEffect, useRef } from 'react';
import { useLingui } from '../language';
import type { Capture } from './capture';
import { CircleHandle } from './circle-handle';
import { Level } from './level';

/** What is being recorded, as it will be seen. One's own camera is shown as a mirror does, and recorded as others see it. */
export function LivePicture({ capture }: { capture: Capture }) {
  const { i18n } = useLingui();
  const picture = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (picture.current) picture.current.srcObject = capture.stream;
  }, [capture]);
  if (capture.source === 'voice') {
    return (
      <div className="voice-stage">
        <Level capture={capture} bars={48} height={88} />
      </div>
    );
  }
  return (
    <div className="live-picture" dir="ltr">
      <video
        ref={picture}
        className={capture.source === 'camera' ? 'mirrored' : undefined}
        autoPlay
        muted
        playsInline
        aria-label={i18n._('What is recorded')}
      />
      {capture.composition && <CircleHandle composition={capture.composition} />}
    </div>
  );
}
