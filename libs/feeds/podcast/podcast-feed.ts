import { basename } from 'node:path/posix';
import { excerptOf, inHtml, shownAt } from '#attention';
import { globalId, type Id } from '#kernel';
import type { EpisodeFile, EpisodeRow } from './episode.repository.js';
import { podcastGuid } from './podcast-guid.js';
import { type Element, element, xmlDocument } from './xml.js';

export interface PodcastFacts {
  organization: string;
  publicUrl: string;
  memberId: Id;
  name: string;
  timeZone: string;
  /** The address of the feed's folder: what is in it opens by the secret in the address. */
  folder: string;
  episodes: readonly EpisodeRow[];
}

/** Shorter recordings have no chapters. */
const LEAST_CHAPTERED_MS = 180_000;
const asks = { ACKNOWLEDGE: 'an acknowledgement', REPLY: 'a reply', DECIDE: 'a decision' } as const;

/**
 * A member's recordings as a podcast: RSS 2.0 with the tags of iTunes and of the podcast namespace. It is private: not
 * to be listed, nor taken over elsewhere.
 * @see https://www.rssboard.org/rss-specification
 * @see https://podcasting2.org/podcast-namespace
 */
export function podcastFeed(facts: PodcastFacts): string {
  const { organization, publicUrl, name, folder, memberId } = facts;
  const title = `${organization}: for ${name}`;
  const image = `${publicUrl}/mark-512.png`;
  const description = `What was recorded for ${name} at ${organization}. Private: the address of this feed is a secret.`;
  const channel = element(
    'channel',
    {},
    element('title', {}, title),
    element('link', {}, `${publicUrl}/inbox`),
    element('atom:link', { href: `${folder}/podcast.xml`, rel: 'self', type: 'application/rss+xml' }),
    element('description', {}, description),
    element('language', {}, 'en'),
    element('generator', {}, 'Meantime'),
    element('ttl', {}, '15'),
    element(
      'image',
      {},
      element('url', {}, image),
      element('title', {}, title),
      element('link', {}, `${publicUrl}/inbox`),
    ),
    element('itunes:author', {}, organization),
    element('itunes:image', { href: image }),
    element('itunes:category', { text: 'Business' }),
    element('itunes:explicit', {}, 'false'),
    element('itunes:type', {}, 'episodic'),
    element('itunes:block', {}, 'Yes'),
    element('podcast:block', {}, 'yes'),
    element('podcast:locked', {}, 'yes'),
    element('podcast:medium', {}, 'podcast'),
    // Not of the address: it may be renewed, and a program keeps what was heard.
    element('podcast:guid', {}, podcastGuid(`${publicUrl.replace(/^\w+:\/\//, '')}/${globalId('Member', memberId)}`)),
    ...facts.episodes.map((episode) => item(episode, facts)),
  );
  return xmlDocument(
    element(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:itunes': 'http://www.itunes.com/dtds/podcast-1.0.dtd',
        'xmlns:podcast': 'https://podcastindex.org/namespace/1.0',
      },
      channel,
    ),
  );
}

function item(episode: EpisodeRow, facts: PodcastFacts): Element {
  const { author, files, published_at, duration_ms } = episode;
  const link = `${facts.publicUrl}/t/${globalId('Thread', episode.thread_id)}?post=${globalId('Post', episode.post_id)}`;
  const folder = `${facts.folder}/episodes/${globalId('Media', episode.media_id)}`;
  const addressOf = ({ key }: EpisodeFile) => `${folder}/${basename(key)}`;
  // A video is listened to; one without sound is looked at.
  const main = files.AUDIO ?? files.MP4!;
  const video = files.AUDIO && files.MP4;
  const html = descriptionOf(episode, link, facts.timeZone);
  const isLong = duration_ms !== null && duration_ms >= LEAST_CHAPTERED_MS;
  return element(
    'item',
    {},
    element('title', {}, titleOf(episode)),
    element('link', {}, link),
    element(
      'guid',
      { isPermaLink: 'false' },
      `${globalId('Post', episode.post_id)}/${globalId('Media', episode.media_id)}`,
    ),
    element('pubDate', {}, new Date(published_at).toUTCString()),
    element('description', {}, html),
    element('enclosure', { url: addressOf(main), length: main.byteSize, type: main.mimeType }),
    element('itunes:author', {}, author),
    duration_ms === null ? undefined : element('itunes:duration', {}, String(Math.round(duration_ms / 1000))),
    element('itunes:explicit', {}, 'false'),
    element('itunes:episodeType', {}, 'full'),
    files.POSTER && element('itunes:image', { href: addressOf(files.POSTER) }),
    episode.spoken === null
      ? undefined
      : element('podcast:transcript', {
          url: `${folder}/transcript.vtt`,
          type: 'text/vtt',
          language: episode.spoken === 'und' ? undefined : episode.spoken,
          rel: 'captions',
        }),
    episode.spoken !== null && isLong
      ? element('podcast:chapters', { url: `${folder}/chapters.json`, type: 'application/json+chapters' })
      : undefined,
    element('podcast:person', { role: 'host' }, author),
    video &&
      element(
        'podcast:alternateEnclosure',
        { type: video.mimeType, length: video.byteSize, title: 'Video' },
        element('podcast:source', { uri: addressOf(video) }),
      ),
  );
}

function titleOf({ title, author, recordings, place }: EpisodeRow): string {
  return `${title} (${author}${recordings > 1 ? `, ${place} of ${recordings}` : ''})`;
}

/** Programs show HTML here. What is written in it came from people: all of it is escaped. */
function descriptionOf(episode: EpisodeRow, link: string, timeZone: string): string {
  const { asks: asked, due_at, author, channel, title } = episode;
  const by = due_at ? ` by ${shownAt(due_at, timeZone)}` : '';
  const excerpt = excerptOf(episode.body);
  return [
    asked ? `<p><strong>${inHtml(`${author} asks you for ${asks[asked]}${by}.`)}</strong></p>` : '',
    excerpt ? `<p>${inHtml(excerpt)}</p>` : '',
    `<p>${inHtml(`${author} in ${channel}: `)}<a href="${inHtml(link)}">${inHtml(title)}</a></p>`,
  ].join('');
}
