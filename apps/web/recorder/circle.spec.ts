import fc from 'fast-check';
import { byKey, inside, middleSquare, startCircle } from './circle';

const ASPECT = 16 / 9;

describe('the circle of the camera', () => {
  it('stays whole inside the picture, wherever it is dragged', () => {
    const any = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(any, any, any, fc.double({ min: 0.4, max: 3, noNaN: true }), (x, y, size, aspect) => {
        const circle = inside({ x, y, size }, aspect);
        const halfY = (circle.size * aspect) / 2;
        const near = 1e-9;
        expect(circle.x - circle.size / 2).toBeGreaterThanOrEqual(-near);
        expect(circle.x + circle.size / 2).toBeLessThanOrEqual(1 + near);
        expect(circle.y - halfY).toBeGreaterThanOrEqual(-near);
        expect(circle.y + halfY).toBeLessThanOrEqual(1 + near);
      }),
    );
  });

  it('moves and grows by keys', () => {
    expect(byKey(startCircle, 'ArrowLeft', false, ASPECT)!.x).toBeCloseTo(startCircle.x - 0.02);
    expect(byKey(startCircle, 'ArrowLeft', true, ASPECT)!.x).toBeCloseTo(startCircle.x - 0.1);
    expect(byKey(startCircle, '+', false, ASPECT)!.size).toBeGreaterThan(startCircle.size);
    expect(byKey(startCircle, '-', false, ASPECT)!.size).toBeLessThan(startCircle.size);
    expect(byKey(startCircle, 'a', false, ASPECT)).toBeUndefined();
  });

  it('takes the middle of the camera', () => {
    expect(middleSquare(1280, 720)).toEqual({ x: 280, y: 0, side: 720 });
    expect(middleSquare(480, 640)).toEqual({ x: 0, y: 80, side: 480 });
  });
});
