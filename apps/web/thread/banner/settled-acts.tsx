import { useLingui, useTimes } from '../../language';
import type { Answer } from '../fragments';
import { answeredWords } from '../words';
import { useNow } from './use-now';
import type { ResponseActs } from './use-response-acts';

/** What the reader has answered; it can be taken back for five minutes. */
export function SettledActs({ own, kind, acts }: { own: Answer; kind: string; acts: ResponseActs }) {
  const { i18n } = useLingui();
  const times = useTimes();
  const now = useNow();
  return (
    <>
      <span className="aside">{answeredWords(i18n, times, own, true, kind)}</span>
      {own.undoableUntil && Date.parse(own.undoableUntil) > now && (
        <button type="button" className="btn bare" onClick={() => void acts.undo(own)}>
          {i18n._('Undo')}
        </button>
      )}
    </>
  );
}
