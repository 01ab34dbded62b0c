import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { graphql, sentenceOf } from '../../api';
import { duration, useLingui } from '../../language';
import { notice } from '../../notice';
import type { MediaTalkNow, Playback } from '../../player';

const EditTranscript = graphql(`
  mutation EditTranscript($input: EditTranscriptInput!) {
    editTranscript(input: $input) {
      media {
        id
        captionsUrl
        transcript {
          language
          edited
          segments {
            startSeconds
            endSeconds
            text
          }
          chapters {
            title
            startSeconds
          }
        }
      }
    }
  }
`);

/** What was heard wrong, put right. The captions follow. Nothing typed is lost when saving fails. */
export function TranscriptEditor({
  mediaId,
  transcript,
  playback,
  onClose,
}: {
  mediaId: string;
  transcript: NonNullable<MediaTalkNow['transcript']>;
  playback: Playback;
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  const [texts, setTexts] = useState(() => transcript.segments.map(({ text }) => text));
  const [{ fetching, error }, edit] = useMutation(EditTranscript);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const segments = transcript.segments
      .map(({ startSeconds, endSeconds }, index) => ({ startSeconds, endSeconds, text: texts[index]!.trim() }))
      .filter(({ text }) => text !== '');
    const { error: refused } = await edit({ input: { mediaId, segments } });
    if (refused) return;
    notice({ text: i18n._('The transcript is corrected. Captions follow in a moment.') });
    onClose();
  };
  return (
    <form className="tr-edit" onSubmit={save}>
      <div className="row-acts">
        <button type="submit" className="btn primary" disabled={fetching}>
          {i18n._('Save')}
        </button>
        <button type="button" className="btn bare" onClick={onClose}>
          {i18n._('Cancel')}
        </button>
      </div>
      {error && (
        <p className="wrong" role="alert">
          {sentenceOf(i18n, error)}
        </p>
      )}
      {transcript.segments.map((segment, index) => (
        <label key={segment.startSeconds} className="l">
          <time>{duration(segment.startSeconds)}</time>
          <textarea
            className="input grows"
            dir="auto"
            value={texts[index]}
            onFocus={() => playback.seek(segment.startSeconds)}
            onChange={(event) => setTexts(texts.with(index, event.target.value))}
          />
        </label>
      ))}
    </form>
  );
}
