import { useEffect, useRef, useState } from 'react';
import { useLingui } from '../language';
import { StepChoices } from './step-choices';
import { Result } from './test-steps';

/** Shows the camera's picture for a moment; nothing is recorded. */
export function CameraStep({ onDone }: { onDone: () => void }) {
  const { i18n } = useLingui();
  const picture = useRef<HTMLVideoElement>(null);
  const [stream, setStream] = useState<MediaStream>();
  const [problem, setProblem] = useState<{ message: string; fix?: string }>();
  useEffect(() => {
    if (picture.current && stream) picture.current.srcObject = stream;
    return () => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, [stream]);
  const run = async () => {
    setProblem(undefined);
    if (!isSecureContext) {
      const message = i18n._('This page is not served over HTTPS, so browsers keep the camera from it.');
      return setProblem({
        message,
        fix: i18n._('Put the hub behind HTTPS and set PUBLIC_URL to its https:// address.'),
      });
    }
    try {
      setStream(await navigator.mediaDevices.getUserMedia({ audio: true, video: true }));
    } catch (error) {
      const isDenied = error instanceof DOMException && error.name === 'NotAllowedError';
      setProblem({
        message: isDenied
          ? i18n._('The browser was told not to allow it.')
          : i18n._('No camera or microphone was found.'),
        fix: isDenied
          ? i18n._('Allow both beside the address of this page, then test again.')
          : i18n._('Text and files work without; connect one and test again.'),
      });
    }
  };
  return (
    <>
      {stream && <video ref={picture} autoPlay muted playsInline aria-label={i18n._('Your camera')} />}
      {stream && <Result outcome={{ ok: true, message: i18n._('Camera and microphone work here.') }} />}
      {problem && <Result outcome={{ ok: false, ...problem }} />}
      <StepChoices onSkip={stream ? undefined : onDone}>
        {!stream && (
          <button type="button" className="btn primary" onClick={run}>
            {i18n._('Test camera and microphone')}
          </button>
        )}
        {stream && (
          <button type="button" className="btn primary" onClick={onDone}>
            {i18n._('Open the administration')}
          </button>
        )}
      </StepChoices>
    </>
  );
}
