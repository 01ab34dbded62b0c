import { Icon } from '../design';
import { useLingui } from '../language';
import type { CaptureProblem } from './sources';

/** Why nothing can be recorded, and the ways on: allow it, or take a file. */
export function PermissionHelp({
  problem,
  onRetry,
  onClose,
  onUpload,
}: {
  problem: CaptureProblem;
  onRetry: () => void;
  onClose: () => void;
  onUpload?: () => void;
}) {
  const { i18n } = useLingui();
  const words: Record<CaptureProblem, [title: string, help: string]> = {
    denied: [
      i18n._('The browser was told not to allow it'),
      i18n._(
        'Open the settings beside the address of this page, allow camera and microphone, then try again. Or record with another program and upload the file.',
      ),
    ],
    'no-screen': [i18n._('No screen was chosen'), i18n._('Choose a window, a tab or a whole screen to share it.')],
    missing: [i18n._('No camera or microphone was found'), i18n._('Connect one and try again, or upload a file.')],
    busy: [
      i18n._('Another program is using it'),
      i18n._('Close the call or the program that has the camera or microphone, then try again.'),
    ],
    insecure: [
      i18n._('Browsers record on secure pages only'),
      i18n._('Ask an administrator to put the hub behind HTTPS. Uploading a file works without.'),
    ],
    unsupported: [
      i18n._('This browser cannot record that'),
      i18n._('A recent Chrome, Edge, Firefox or Safari can. Or upload a file.'),
    ],
  };
  const [title, help] = words[problem];
  return (
    <div className="stage-help" role="alert">
      <Icon name={problem === 'no-screen' ? 'screen' : 'warning'} />
      <b>{title}</b>
      <p>{help}</p>
      <div>
        <button type="button" className="btn primary" onClick={onRetry}>
          {i18n._('Try again')}
        </button>
        {onUpload && (
          <button type="button" className="btn quiet" onClick={onUpload}>
            {i18n._('Upload a file')}
          </button>
        )}
        <button type="button" className="btn bare" onClick={onClose}>
          {i18n._('Not now')}
        </button>
      </div>
    </div>
  );
}
