import { Icon } from '../design';
import { bytesWords, useLingui } from '../language';
import { notice } from '../notice';
import { cancelFile, chooseAgain, dropRecording, goOnWithFile, pauseFile, type UploadNow, useUpload } from '../uploads';
import type { Attachment } from './draft';

/** Files on their way, each with its state and what can be done about it. */
export function Attachments({
  attachments,
  onRemove,
}: {
  attachments: readonly Attachment[];
  onRemove: (attachment: Attachment) => void;
}) {
  const { i18n } = useLingui();
  if (attachments.length === 0) return null;
  return (
    <ul className="attached-files" aria-label={i18n._('Attached')}>
      {attachments.map((one) => (
        <AttachedLine key={one.uploadId ?? one.mediaId} attachment={one} onRemove={() => onRemove(one)} />
      ))}
    </ul>
  );
}

function AttachedLine({ attachment, onRemove }: { attachment: Attachment; onRemove: () => void }) {
  const { i18n } = useLingui();
  const upload = useUpload(attachment.uploadId);
  const name = upload?.filename || attachment.filename || i18n._('A recording or file of this draft');
  const remove = () => {
    if (upload?.kind === 'file') void cancelFile(upload.id);
    else if (upload) void dropRecording(upload.id);
    onRemove();
  };
  const removeTitle = i18n._('Remove {name}', { name });
  return (
    <li>
      <Icon name={attachment.isRecording ? 'recording' : 'clip'} />
      <div>
        <b className="cut">{name}</b>
        <small role="status">
          {upload ? <UploadWords upload={upload} /> : i18n._('On the server, only you see it')}
        </small>
        {upload && !['done', 'failed'].includes(upload.state) && (
          <progress value={upload.sentBytes} max={Math.max(1, upload.bytes)} aria-label={i18n._('Sent')} />
        )}
      </div>
      {upload?.kind === 'file' && upload.state === 'paused' && (
        <Act label={i18n._('Go on with {name}', { name })} icon="play" run={() => goOnWithFile(upload.id)} />
      )}
      {upload?.kind === 'file' && (upload.state === 'sending' || upload.state === 'waiting') && (
        <Act label={i18n._('Pause {name}', { name })} icon="pause" run={() => pauseFile(upload.id)} />
      )}
      {upload?.state === 'needs-file' && <ChooseAgain upload={upload} />}
      <Act label={removeTitle} icon="close" run={remove} />
    </li>
  );
}

function Act({ label, icon, run }: { label: string; icon: 'play' | 'pause' | 'close'; run: () => void }) {
  return (
    <button type="button" className="ib" aria-label={label} title={label} onClick={run}>
      <Icon name={icon} small />
    </button>
  );
}

function ChooseAgain({ upload }: { upload: UploadNow }) {
  const { i18n } = useLingui();
  return (
    <label className="btn quiet">
      {i18n._('Choose it again')}
      <input
        type="file"
        className="sr"
        onChange={async (event) => {
          const file = event.target.files?.[0];
          if (!file || (await chooseAgain(upload.id, file))) return;
          notice({
            text: i18n._('That is another file. Choose {name} again.', { name: upload.filename }),
            isProblem: true,
          });
        }}
      />
    </label>
  );
}

function UploadWords({ upload }: { upload: UploadNow }) {
  const { i18n } = useLingui();
  const size = { sent: bytesWords(i18n, upload.sentBytes), all: bytesWords(i18n, upload.bytes) };
  switch (upload.state) {
    case 'sending':
      return i18n._('{sent} of {all} sent', size);
    case 'waiting':
      return i18n._('{sent} of {all} sent, goes on when the connection is back', size);
    case 'signed-out':
      return i18n._('Goes on when you have signed in again');
    case 'paused':
      return i18n._('Paused at {sent} of {all}', size);
    case 'needs-file':
      return i18n._('Too large to be kept on this device: choose it again, and it goes on where it was');
    case 'done':
      return i18n._('{all}, on the server', size);
    case 'failed':
      return upload.problem && upload.problem !== 'lost'
        ? upload.problem
        : i18n._('It did not arrive. Remove it and add it again.');
  }
}
