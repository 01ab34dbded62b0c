import type { ReactNode } from 'react';
import { Glyph, type GlyphKind } from '../../design';
import { useLingui, useTimes } from '../../language';
import { questionOf } from '../../posts';
import type { Focus } from '../focus';
import { askWords } from '../words';
import { AskedActs } from './asked-acts';
import { AuthorActs } from './author-acts';
import { SettledActs } from './settled-acts';
import { useNow } from './use-now';
import type { ResponseActs } from './use-response-acts';

/** The question first: who wants what from whom by when, and the ways to answer it. */
export function Banner({ focus, viewerId, acts }: { focus: Focus; viewerId: string; acts: ResponseActs }) {
  const { i18n } = useLingui();
  const times = useTimes();
  const now = useNow();
  const { post, own } = focus;
  const { expectation } = post;
  const isUrgent = expectation.timing === 'NOW';
  const question = questionOf(post.body) || i18n._('What is asked is in the recording');
  return (
    <section
      className={`expect ${focus.kind}${isUrgent && focus.kind === 'asked' ? ' urgent' : ''}`}
      aria-label={i18n._('What is asked')}
    >
      <Glyph kind={glyphOf(focus)} left={partLeft(focus, now)} />
      <div className="what">
        <p>
          <b dir="auto">{question}</b>
          {askWords(i18n, times, post, viewerId, now)}
        </p>
        {isUrgent && expectation.urgencyReason && (
          <p className="why" dir="auto">
            {i18n._('Why now: {reason}', { reason: expectation.urgencyReason })}
          </p>
        )}
      </div>
      <Acts>
        {focus.kind === 'asked' && own && <AskedActs post={post} own={own} acts={acts} />}
        {focus.kind === 'settled' && own && <SettledActs own={own} kind={expectation.kind} acts={acts} />}
        {focus.kind === 'author' && <AuthorActs post={post} acts={acts} />}
      </Acts>
    </section>
  );
}

const Acts = ({ children }: { children: ReactNode }) => <div className="acts">{children}</div>;

function glyphOf({ post, own }: Focus): GlyphKind {
  const { kind, timing } = post.expectation;
  if (timing === 'NOW') return 'urgent';
  if (kind === 'DECIDE') return 'decide';
  if (kind === 'ACKNOWLEDGE' && !own?.dueAt) return 'acknowledge';
  return kind === 'FYI' ? 'fyi' : 'due';
}

/** How much of the time is left, 0 to 1. */
function partLeft({ post, own }: Focus, now: number): number {
  const answer = own ?? post.expectation.responses.find(({ status }) => status === 'OPEN');
  if (!answer?.dueAt) return 1;
  const from = Date.parse(answer.deliverAt);
  const to = Date.parse(answer.dueAt);
  return Math.min(1, Math.max(0, (to - now) / Math.max(1, to - from)));
}
