import { useState } from 'react';
import { Icon, Sheet } from '../design';
import { bytesWords, useLingui } from '../language';
import type { MediaNow } from './media';
import { Broken } from './states';
import { useMedia } from './use-media';

/** A picture to look at, or a file to take. */
export function Attachment({ media: given }: { media: MediaNow }) {
  const { i18n } = useLingui();
  const media = useMedia(given);
  const [isOpen, setOpen] = useState(false);
  if (!media.originalUrl) return <Broken media={media} />;
  if (media.kind === 'IMAGE') {
    return (
      <>
        <button
          type="button"
          className="picture"
          aria-label={i18n._('Show {name} large', { name: media.filename })}
          onClick={() => setOpen(true)}
        >
          <img
            src={media.posterUrl ?? media.originalUrl}
            alt={media.filename}
            width={media.width ?? undefined}
            height={media.height ?? undefined}
            loading="lazy"
            decoding="async"
          />
        </button>
        {isOpen && (
          <Sheet
            wide
            title={media.filename}
            onClose={() => setOpen(false)}
            footer={
              <a className="btn quiet" href={media.originalUrl} download={media.filename}>
                <Icon name="download" small />
                {i18n._('Download')}
              </a>
            }
          >
            <img className="large" src={media.imageUrl ?? media.originalUrl} alt={media.filename} />
          </Sheet>
        )}
      </>
    );
  }
  return (
    <a className="file" href={media.originalUrl} download={media.filename}>
      <Icon name="clip" />
      <span className="cut">{media.filename}</span>
      {media.byteSize !== null && <small>{bytesWords(i18n, media.byteSize)}</small>}
      <Icon name="download" small />
    </a>
  );
}
