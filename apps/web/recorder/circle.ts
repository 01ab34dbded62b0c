/** The camera's circle on the shared screen, as parts of the picture's width and height: its middle, and its width. */
export interface Circle {
  x: number;
  y: number;
  size: number;
}

export const startCircle: Circle = { x: 0.87, y: 0.78, size: 0.15 };
const SMALLEST = 0.08;
const LARGEST = 0.4;
const STEP = 0.02;

/** Always whole inside the picture. @param aspect width by height */
export function inside({ x, y, size }: Circle, aspect: number): Circle {
  const width = Math.min(LARGEST, Math.max(SMALLEST, size), 1 / aspect);
  const halfX = width / 2;
  const halfY = (width * aspect) / 2;
  return { x: clamp(x, halfX, 1 - halfX), y: clamp(y, halfY, 1 - halfY), size: width };
}

/** What a key does to it: arrows move (further with Shift), plus and minus resize; undefined for any other key. */
export function byKey(circle: Circle, key: string, isFar: boolean, aspect: number): Circle | undefined {
  const step = isFar ? STEP * 5 : STEP;
  const change: Record<string, Partial<Circle>> = {
    ArrowLeft: { x: circle.x - step },
    ArrowRight: { x: circle.x + step },
    ArrowUp: { y: circle.y - step * aspect },
    ArrowDown: { y: circle.y + step * aspect },
    '+': { size: circle.size + STEP },
    '=': { size: circle.size + STEP },
    '-': { size: circle.size - STEP },
  };
  return change[key] && inside({ ...circle, ...change[key] }, aspect);
}

/** The square in the middle of a camera's picture. */
export function middleSquare(width: number, height: number): { x: number; y: number; side: number } {
  const side = Math.min(width, height);
  return { x: (width - side) / 2, y: (height - side) / 2, side };
}

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), Math.max(least, most));
