import { Avatar, Icon } from '../../design';
import { bytesWords, duration, useLingui, useTimes } from '../../language';
import type { MediaNow, MediaTalkNow } from '../../player';

/** Facts of a recording, its files to take, and who is in the thread. */
export function Details({
  media,
  talk,
  people,
}: {
  media: MediaNow;
  talk?: MediaTalkNow;
  people: readonly { id: string; name: string; avatarUrl: string | null }[];
}) {
  const { i18n } = useLingui();
  const times = useTimes();
  const facts: [string, string][] = [[i18n._('File'), media.filename]];
  if (talk) facts.push([i18n._('Recorded by'), talk.owner.name], [i18n._('Recorded'), times.full(talk.createdAt)]);
  if (media.durationSeconds) facts.push([i18n._('Length'), duration(media.durationSeconds)]);
  if (media.width && media.height) facts.push([i18n._('Picture'), `${media.width} × ${media.height}`]);
  if (media.byteSize !== null) facts.push([i18n._('Size'), bytesWords(i18n, media.byteSize)]);
  const files = (
    [
      [media.originalUrl, i18n._('Original')],
      [media.mp4Url, i18n._('MP4, plays everywhere')],
      [media.audioUrl, i18n._('Sound only')],
      [media.captionsUrl, i18n._('Captions')],
    ] as const
  ).filter(([url]) => url !== null);
  return (
    <div className="details">
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
      <h2>{i18n._('Download')}</h2>
      {files.map(([url, name]) => (
        <a key={name} className="file" href={url!} download={media.filename}>
          <Icon name="download" small />
          <span>{name}</span>
        </a>
      ))}
      <h2>{i18n._('Who is in it')}</h2>
      <ul className="folk">
        {people.map((person) => (
          <li key={person.id}>
            <Avatar member={person} size="sm" />
            <span className="cut" dir="auto">
              {person.name}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
