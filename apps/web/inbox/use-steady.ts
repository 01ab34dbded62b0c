import { useRef, useState } from 'react';

type Doings<T> = { [Name in keyof T]: (...given: never[]) => unknown };

/** The same functions for as long as the caller is on the screen; each does what the newest render would have done. */
export function useSteady<T extends Doings<T>>(doings: T): T {
  const latest = useRef(doings);
  latest.current = doings;
  const [steady] = useState(
    () =>
      Object.fromEntries(
        Object.keys(doings).map((name) => [name, (...given: never[]) => latest.current[name as keyof T](...given)]),
      ) as T,
  );
  return steady;
}
