import { XMLParser } from 'fast-xml-parser';
import { newId } from '#kernel';
import type { EpisodeRow } from './episode.repository.js';
import { type PodcastFacts, podcastFeed } from './podcast-feed.js';
import { podcastGuid } from './podcast-guid.js';

const memberId = newId();
const file = (name: string, mimeType: string) => ({ key: `media/x/job/${name}`, mimeType, byteSize: 4_711 });
const audio = file('audio.m4a', 'audio/mp4');
const video = file('video.mp4', 'video/mp4');

const episode = (changes: Partial<EpisodeRow> = {}): EpisodeRow => ({
  post_id: newId(),
  media_id: newId(),
  thread_id: newId(),
  published_at: '2026-11-23T09:00:00.000Z',
  title: 'Which colour?',
  channel: 'Design',
  author: 'Otto',
  body: 'Blue, or **green**?',
  duration_ms: 65_400,
  recordings: 1,
  place: 1,
  files: { AUDIO: audio },
  spoken: null,
  asks: null,
  due_at: null,
  ...changes,
});

const facts = (...episodes: EpisodeRow[]): PodcastFacts => ({
  organization: 'Orchard & Sons',
  publicUrl: 'https://hub.example',
  memberId,
  name: 'Mira',
  timeZone: 'Europe/Berlin',
  folder: 'https://hub.example/feeds/secret',
  episodes,
});

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  htmlEntities: true,
  isArray: (name) => name === 'item',
});
const channelOf = (...episodes: EpisodeRow[]) => parser.parse(podcastFeed(facts(...episodes))).rss.channel;
const itemOf = (changes: Partial<EpisodeRow>) => channelOf(episode(changes)).item[0];

describe('a podcast feed', () => {
  it('is private, and the same podcast after its address was renewed', () => {
    const channel = channelOf();
    expect(channel).toMatchObject({
      title: 'Orchard & Sons: for Mira',
      'itunes:block': 'Yes',
      'podcast:locked': 'yes',
      'podcast:guid': podcastGuid(`hub.example/mem_${memberId}`),
      'atom:link': { '@href': 'https://hub.example/feeds/secret/podcast.xml' },
    });
    expect(channel.item).toBeUndefined();
    const elsewhere = podcastFeed({ ...facts(), folder: 'https://hub.example/feeds/another' });
    expect(parser.parse(elsewhere).rss.channel['podcast:guid']).toBe(channel['podcast:guid']);
  });

  it('makes its guid as the namespace says', () => {
    // The example of the specification.
    expect(podcastGuid('mp3s.nashownotes.com/pc20rss.xml')).toBe('917393e3-1b1e-5cef-ace4-edaa54e1f810');
  });

  it('has a recording with who, where, how long and how large', () => {
    const one = episode();
    expect(channelOf(one).item[0]).toMatchObject({
      title: 'Which colour? (Otto)',
      link: `https://hub.example/t/thr_${one.thread_id}?post=pst_${one.post_id}`,
      guid: { '#text': `pst_${one.post_id}/med_${one.media_id}`, '@isPermaLink': 'false' },
      pubDate: 'Mon, 23 Nov 2026 09:00:00 GMT',
      enclosure: {
        '@url': `https://hub.example/feeds/secret/episodes/med_${one.media_id}/audio.m4a`,
        '@length': '4711',
        '@type': 'audio/mp4',
      },
      'itunes:duration': '65',
      'itunes:author': 'Otto',
    });
  });

  it('says what is asked and by when, in words that stay words', () => {
    const asked = itemOf({ asks: 'REPLY', due_at: '2026-11-24T16:00:00.000Z', body: '<script>x</script> & more' });
    expect(asked.description).toMatch('Otto asks you for a reply by Tue 24 Nov, 17:00.');
    expect(asked.description).toMatch('&#60;script&#62;x&#60;/script&#62; &#38; more');
    expect(asked.description).not.toMatch('<script>');
    expect(itemOf({}).description).not.toMatch('asks');
  });

  it('lets a video be heard, and seen by programs that can', () => {
    expect(itemOf({ files: { AUDIO: audio, MP4: video } })).toMatchObject({
      enclosure: { '@type': 'audio/mp4' },
      'podcast:alternateEnclosure': { '@type': 'video/mp4', '@length': '4711' },
    });
    const silent = itemOf({ files: { MP4: video } });
    expect(silent.enclosure['@type']).toBe('video/mp4');
    expect(silent['podcast:alternateEnclosure']).toBeUndefined();
  });

  it('has words and chapters where there are some', () => {
    const short = itemOf({ spoken: 'en' });
    expect(short['podcast:transcript']).toMatchObject({ '@type': 'text/vtt', '@language': 'en' });
    expect(short['podcast:chapters']).toBeUndefined();
    const long = itemOf({ spoken: 'und', duration_ms: 600_000 });
    expect(long['podcast:transcript']['@language']).toBeUndefined();
    expect(long['podcast:chapters']['@url']).toMatch(/\/chapters\.json$/);
    expect(itemOf({ duration_ms: 600_000 })['podcast:chapters']).toBeUndefined();
  });

  it('tells several recordings of a post apart', () => {
    expect(itemOf({ recordings: 3, place: 2 }).title).toBe('Which colour? (Otto, 2 of 3)');
  });
});
