import { stillAt, stillsOf } from './storyboard';

const text = [
  'WEBVTT',
  '',
  '00:00:00.000 --> 00:00:04.000',
  'sprite.jpg#xywh=0,0,160,90',
  '',
  '00:00:04.000 --> 01:00:09.500',
  'sprite.jpg#xywh=160,0,160,90',
  '',
].join('\n');

describe('a storyboard', () => {
  const stills = stillsOf(text, 'https://hub.example/media/token/med_1/storyboard/storyboard.vtt');

  it('says which part of its sheet shows which moments', () => {
    expect(stills).toHaveLength(2);
    expect(stills[1]).toEqual({
      start: 4,
      end: 3609.5,
      sheet: 'https://hub.example/media/token/med_1/storyboard/sprite.jpg',
      x: 160,
      y: 0,
      width: 160,
      height: 90,
    });
  });

  it('has a picture for every second', () => {
    expect(stillAt(stills, 0)!.x).toBe(0);
    expect(stillAt(stills, 3.99)!.x).toBe(0);
    expect(stillAt(stills, 4)!.x).toBe(160);
    expect(stillAt(stills, 9_999)!.x).toBe(160);
    expect(stillAt([], 1)).toBeUndefined();
  });
});
