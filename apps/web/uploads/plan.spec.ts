import { MOST_BYTES, nextStep, type Progress, secondsWithin, slices } from './plan';

const now = (given: Partial<Progress>): Progress => ({
  uploadUrl: '/uploads/1',
  bytes: 0,
  heldFrom: 0,
  isEnded: false,
  offset: 0,
  isDeclared: false,
  ...given,
});

describe('what to send next', () => {
  it('opens nothing before there is something to send', () => {
    expect(nextStep(now({ uploadUrl: undefined }), false)).toEqual({ do: 'wait' });
    expect(nextStep(now({ uploadUrl: undefined, bytes: 5 }), false)).toEqual({ do: 'open' });
  });

  it('drops a recording of nothing', () => {
    expect(nextStep(now({ isEnded: true }), true)).toEqual({ do: 'drop' });
  });

  it('asks before it sends when it is not sure', () => {
    expect(nextStep(now({ bytes: 10 }), false)).toEqual({ do: 'ask' });
  });

  it('sends what is there and waits for more', () => {
    expect(nextStep(now({ bytes: 10, offset: 4 }), true)).toEqual({ do: 'send', from: 4, to: 10 });
    expect(nextStep(now({ bytes: 10, offset: 10 }), true)).toEqual({ do: 'wait' });
  });

  it('says the length with the last bytes, or alone after them', () => {
    expect(nextStep(now({ bytes: 10, offset: 4, isEnded: true }), true)).toEqual({
      do: 'send',
      from: 4,
      to: 10,
      length: 10,
    });
    expect(nextStep(now({ bytes: 10, offset: 10, isEnded: true }), true)).toEqual({
      do: 'send',
      from: 10,
      to: 10,
      length: 10,
    });
  });

  it('sends a long backlog in pieces', () => {
    const bytes = MOST_BYTES + 10;
    expect(nextStep(now({ bytes, isEnded: true }), true)).toEqual({ do: 'send', from: 0, to: MOST_BYTES });
    expect(nextStep(now({ bytes, isEnded: true, offset: MOST_BYTES }), true)).toMatchObject({ length: bytes });
  });

  it('is done when all of it is there and its length is known', () => {
    expect(nextStep(now({ bytes: 10, offset: 10, isEnded: true, isDeclared: true }), false)).toEqual({ do: 'done' });
  });

  it('gives up what nobody has any more', () => {
    expect(nextStep(now({ bytes: 10, heldFrom: 5, offset: 3 }), true)).toEqual({ do: 'give up' });
  });
});

describe('parts of a recording', () => {
  const parts = [
    { start: 0, size: 10, seconds: 1 },
    { start: 10, size: 5, seconds: 2 },
    { start: 15, size: 10, seconds: 3 },
  ];

  it('finds the bytes that a request carries', () => {
    expect(slices(parts, 4, 18)).toEqual([
      { index: 0, from: 4, to: 10 },
      { index: 1, from: 0, to: 5 },
      { index: 2, from: 0, to: 3 },
    ]);
    expect(slices(parts, 10, 10)).toEqual([]);
  });

  it('counts whole parts as safe', () => {
    expect(secondsWithin(parts, 14)).toBe(1);
    expect(secondsWithin(parts, 15)).toBe(2);
    expect(secondsWithin(parts, 3)).toBe(0);
  });
});
