import { Icon } from '../design';
import { duration, useLingui, useTimes } from '../language';
import { useUpload } from '../uploads';
import type { Attachment } from './draft';

/** A recording that ended with its tab: what is there of it. */
export function CutOffLine({ recording }: { recording?: Attachment }) {
  const { i18n } = useLingui();
  const times = useTimes();
  const upload = useUpload(recording?.uploadId);
  if (!upload?.wasCutOff) return null;
  return (
    <p className="hint cut-off" role="status">
      <Icon name="shield" small />
      <span>
        {i18n._('Your recording of {time} was cut off. Everything up to {length} is kept: use it, or record again.', {
          time: times.clock(upload.startedAt),
          length: duration(upload.spooledSeconds),
        })}
      </span>
    </p>
  );
}
