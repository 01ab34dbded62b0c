import { useState } from 'react';
import { Icon, MenuButton, type MenuItem } from '../../design';
import { useShortcuts } from '../../keyboard';
import { useLingui, useTimes } from '../../language';
import type { Answer, PostNow } from '../fragments';
import { NoteSheet } from '../note-sheet';
import { dayAndTime, firstName } from '../words';
import { useNow } from './use-now';
import type { ResponseActs } from './use-response-acts';

const isProposing = ({ status, proposal }: Answer) => status === 'OPEN' && proposal && proposal.accepted === null;

/** What the one who asks can do: answer a proposal, remind once and gently, or ask no longer. */
export function AuthorActs({ post, acts }: { post: PostNow; acts: ResponseActs }) {
  const { i18n } = useLingui();
  const times = useTimes();
  const now = useNow();
  const [isWithdrawing, setWithdrawing] = useState(false);
  const open = post.expectation.responses.filter(({ status }) => status === 'OPEN');
  const proposing = open.find(isProposing);
  const late = open.filter(({ dueAt, nudgedAt }) => dueAt && Date.parse(dueAt) < now && !nudgedAt);
  useShortcuts(
    i18n._('What you asked'),
    proposing
      ? [
          {
            id: 'proposal.accept',
            keys: 'Y',
            title: i18n._('Accept'),
            run: () => void acts.answerProposal(proposing, true),
          },
          {
            id: 'proposal.keep',
            keys: 'N',
            title: i18n._('Keep the time'),
            run: () => void acts.answerProposal(proposing, false),
          },
        ]
      : [],
  );
  const items: (MenuItem | 'line')[] = [
    ...late.map((answer) => ({
      label: answer.recipient.isWorkingTime
        ? i18n._('Remind {name}', { name: firstName(answer.recipient.name) })
        : i18n._('Remind {name} in their hours', { name: firstName(answer.recipient.name) }),
      icon: 'bell' as const,
      isDisabled: !answer.recipient.isWorkingTime,
      run: () => void acts.nudge(answer),
    })),
    ...(late.length > 0 ? (['line'] as const) : []),
    { label: i18n._('Withdraw the question'), icon: 'close', run: () => setWithdrawing(true) },
  ];
  return (
    <>
      {proposing?.proposal && (
        <>
          <span className="aside" dir="auto">
            {i18n._('{name} proposes {time}', {
              name: firstName(proposing.recipient.name),
              time: dayAndTime(i18n, times, proposing.proposal.dueAt),
            })}
            {proposing.proposal.note ? ` · ${proposing.proposal.note}` : ''}
          </span>
          <button type="button" className="btn quiet" onClick={() => void acts.answerProposal(proposing, true)}>
            {i18n._('Accept')}
          </button>
          <button type="button" className="btn bare" onClick={() => void acts.answerProposal(proposing, false)}>
            {i18n._('Keep the time')}
          </button>
        </>
      )}
      <MenuButton label={i18n._('More about this question')} title={i18n._('More about this question')} items={items}>
        <Icon name="more" />
      </MenuButton>
      {isWithdrawing && (
        <NoteSheet
          title={i18n._('Withdraw the question')}
          hint={i18n._('It leaves the inboxes of those who have not answered.')}
          note={i18n._('Why')}
          submit={i18n._('Withdraw')}
          onSubmit={({ note }) => void acts.withdraw(post.id, open, note)}
          onClose={() => setWithdrawing(false)}
        />
      )}
    </>
  );
}
