import { Icon } from '../../design';
import { bytesWords, useLingui, useTimes } from '../../language';
import { type UploadNow, useUpload } from '../../uploads';
import type { Attached } from './reply-draft';

export function AttachedList({
  attached,
  onRemove,
}: {
  attached: readonly Attached[];
  onRemove: (gone: Attached) => void;
}) {
  const { i18n } = useLingui();
  if (attached.length === 0) return null;
  return (
    <ul className="attached" aria-label={i18n._('Attached')}>
      {attached.map((one) => (
        <Line key={one.uploadId ?? one.mediaId} attached={one} onRemove={() => onRemove(one)} />
      ))}
    </ul>
  );
}

function Line({ attached, onRemove }: { attached: Attached; onRemove: () => void }) {
  const { i18n } = useLingui();
  const upload = useUpload(attached.uploadId);
  const remove = i18n._('Remove {name}', { name: attached.filename });
  return (
    <li className="file">
      <Icon name="clip" small />
      <span className="cut">{attached.filename}</span>
      {upload && (
        <small role="status">
          <Words upload={upload} />
        </small>
      )}
      <button type="button" className="ib tiny" aria-label={remove} title={remove} onClick={onRemove}>
        <Icon name="close" small />
      </button>
    </li>
  );
}

function Words({ upload }: { upload: UploadNow }): string {
  const { i18n } = useLingui();
  const times = useTimes();
  switch (upload.state) {
    case 'done':
      return bytesWords(i18n, upload.bytes);
    case 'failed':
      return upload.problem ?? i18n._('It could not be sent');
    case 'waiting':
      return i18n._('Waits for the network');
    case 'needs-file':
      return i18n._('Choose it again');
    case 'signed-out':
      return i18n._('Goes on after you sign in');
    default:
      return i18n._('{percent} % sent', {
        percent: times.number(Math.floor((upload.sentBytes / Math.max(1, upload.bytes)) * 100)),
      });
  }
}
