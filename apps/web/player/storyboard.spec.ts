import { tilesOf } from './storyboard';

describe('tilesOf', () => {
  it('reads the tiles, beside the storyboard and signed like it', () => {
    const vtt =
      'WEBVTT\n\n00:00.000 --> 00:10.000\ntiles.jpg#xywh=0,0,160,90\n\n1:00:10.000 --> 1:00:20.500\ntiles.jpg?sig=b#xywh=160,0,160,90\n';
    expect(tilesOf(vtt, 'https://hub.example/media/1/storyboard.vtt?sig=a')).toEqual([
      { start: 0, end: 10, url: 'https://hub.example/media/1/tiles.jpg?sig=a', x: 0, y: 0, width: 160, height: 90 },
      {
        start: 3610,
        end: 3620.5,
        url: 'https://hub.example/media/1/tiles.jpg?sig=b',
        x: 160,
        y: 0,
        width: 160,
        height: 90,
      },
    ]);
  });
});
