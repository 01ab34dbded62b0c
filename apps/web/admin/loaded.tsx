import type { ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { sentenceOf } from '../api';
import { Problem, Skeleton } from '../design';
import { useLingui } from '../language';

interface LoadedProps<Data> {
  state: { data?: Data; error?: CombinedError };
  onRetry: (options: { requestPolicy: 'network-only' }) => void;
  children: (data: Data) => ReactNode;
}

/** What a query answered; until then the layout, and what failed with a way to try again. Old data stays in sight. */
export function Loaded<Data>({ state: { data, error }, onRetry, children }: LoadedProps<Data>) {
  const { i18n } = useLingui();
  return (
    <>
      {error && <Problem onRetry={() => onRetry({ requestPolicy: 'network-only' })}>{sentenceOf(i18n, error)}</Problem>}
      {data ? children(data) : !error && <Skeleton lines={6} />}
    </>
  );
}
