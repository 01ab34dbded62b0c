import { useEffect, useState } from 'react';
import { useLingui } from '../language';
import type { Capture } from './capture';
import { Level } from './level';
import type { Recorder } from './recorder';
import { needsCamera } from './sources';

/** Which camera and microphone, and whether it hears something. */
export function DeviceCheck({
  recorder,
  capture,
  isSilent,
}: {
  recorder: Recorder;
  capture: Capture;
  isSilent: boolean;
}) {
  const { i18n } = useLingui();
  const [devices, setDevices] = useState<MediaDeviceInfo[]>([]);
  useEffect(() => {
    const look = () => void navigator.mediaDevices.enumerateDevices().then(setDevices);
    look();
    navigator.mediaDevices.addEventListener('devicechange', look);
    return () => navigator.mediaDevices.removeEventListener('devicechange', look);
  }, []);
  const choice = (kind: 'audioinput' | 'videoinput', label: string, key: 'microphone' | 'camera') => (
    <label>
      <span className="sr">{label}</span>
      <select
        className="input"
        value={capture.deviceOf(kind === 'audioinput' ? 'audio' : 'video') ?? ''}
        onChange={(event) => void recorder.switchDevices({ [key]: event.target.value })}
      >
        {devices
          .filter((device) => device.kind === kind && device.deviceId)
          .map(({ deviceId, label: name }) => (
            <option key={deviceId} value={deviceId}>
              {name || label}
            </option>
          ))}
      </select>
    </label>
  );
  return (
    <div className="device-check">
      {needsCamera(capture.source) && choice('videoinput', i18n._('Camera'), 'camera')}
      {capture.hasMicrophone && choice('audioinput', i18n._('Microphone'), 'microphone')}
      {capture.hasMicrophone && <Level capture={capture} bars={16} height={24} />}
      <p role="status">
        {!capture.hasMicrophone && i18n._('No microphone was found: the recording has no voice.')}
        {capture.hasMicrophone && isSilent && i18n._('Nothing is heard. Is the right microphone chosen, and is it on?')}
        {capture.hasMicrophone && !isSilent && i18n._('Say a word: the bars show what is heard.')}
      </p>
    </div>
  );
}
