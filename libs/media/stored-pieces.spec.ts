import { piecesOf } from './stored-pieces.js';

const piece = (start: number, byteSize: number, key = `${start}+${byteSize}`) => ({ key, start, byteSize });

describe('the pieces of an upload', () => {
  it('stand one behind the other', () => {
    expect(piecesOf([piece(0, 5), piece(5, 1), piece(6, 4)], 10)).toEqual([
      { key: '0+5', from: 0, to: 4 },
      { key: '5+1', from: 0, to: 0 },
      { key: '6+4', from: 0, to: 3 },
    ]);
    expect(piecesOf([], 0)).toEqual([]);
  });

  it('are taken as far as they count', () => {
    expect(piecesOf([piece(0, 5), piece(5, 9)], 7)).toEqual([
      { key: '0+5', from: 0, to: 4 },
      { key: '5+9', from: 0, to: 1 },
    ]);
  });

  it('may overlap: the one that reaches furthest counts', () => {
    expect(piecesOf([piece(0, 3), piece(0, 6), piece(3, 1), piece(4, 6)], 10)).toEqual([
      { key: '0+6', from: 0, to: 5 },
      { key: '4+6', from: 2, to: 5 },
    ]);
    expect(piecesOf([piece(0, 8), piece(2, 1), piece(8, 2)], 10).map(({ key }) => key)).toEqual(['0+8', '8+2']);
  });

  it('are refused with a hole', () => {
    expect(() => piecesOf([piece(0, 3), piece(4, 6)], 10)).toThrow('Byte 3');
    expect(() => piecesOf([piece(0, 3)], 4)).toThrow('Byte 3');
  });
});
