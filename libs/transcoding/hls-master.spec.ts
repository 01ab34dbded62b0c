import { hlsMaster, segmentsOf } from './hls-master.js';

const audio = { uri: 'a.m3u8', peakBps: 130_000, averageBps: 120_000 };
const video = {
  uri: 'v720.m3u8',
  peakBps: 2_000_000,
  averageBps: 1_000_000,
  width: 1280,
  height: 720,
  frameRate: 30,
  level: 31,
};

it('names bandwidths with the sound that belongs to each rung, and the sound alone last', () => {
  expect(hlsMaster([video], audio).split('\n')).toEqual([
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",NAME="Sound",DEFAULT=YES,AUTOSELECT=YES,URI="a.m3u8"',
    '#EXT-X-STREAM-INF:BANDWIDTH=2130000,AVERAGE-BANDWIDTH=1120000,RESOLUTION=1280x720,FRAME-RATE=30.000,CODECS="avc1.64001f,mp4a.40.2",AUDIO="sound"',
    'v720.m3u8',
    '#EXT-X-STREAM-INF:BANDWIDTH=130000,AVERAGE-BANDWIDTH=120000,CODECS="mp4a.40.2",AUDIO="sound"',
    'a.m3u8',
    '',
  ]);
});

it('has no sound group for pictures or sound alone', () => {
  expect(hlsMaster([video], null)).not.toMatch(/mp4a|AUDIO/);
  expect(hlsMaster([], audio)).toMatch(/CODECS="mp4a.40.2"\na.m3u8/);
  expect(hlsMaster([], audio)).not.toMatch(/GROUP-ID|AUDIO=/);
});

it('reads the segments of a playlist with their lengths', () => {
  const playlist =
    '#EXTM3U\n#EXT-X-MAP:URI="i.mp4"\n#EXTINF:4.010667,\na-0.m4s\n#EXTINF:1.5,\na-1.m4s\n#EXT-X-ENDLIST\n';
  expect(segmentsOf(playlist)).toEqual([
    { uri: 'a-0.m4s', seconds: 4.010667 },
    { uri: 'a-1.m4s', seconds: 1.5 },
  ]);
});
