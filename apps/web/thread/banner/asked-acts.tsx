import { useState } from 'react';
import { Icon, MenuButton, type MenuItem } from '../../design';
import { useShortcuts } from '../../keyboard';
import { useLingui, useTimes } from '../../language';
import { choiceWords } from '../call/choice-words';
import { useCall } from '../call/use-call';
import type { Answer, PostNow } from '../fragments';
import { NoteSheet } from '../note-sheet';
import { dayAndTime } from '../words';
import { DelegateSheet } from './delegate-sheet';
import type { ResponseActs } from './use-response-acts';

/** Choices that a digit chooses. */
const MOST_KEYS = 9;

type Open = 'later' | 'promise' | 'propose' | 'delegate' | 'decline';

/** The ways to answer what is asked of the reader. */
export function AskedActs({ post, own, acts }: { post: PostNow; own: Answer; acts: ResponseActs }) {
  const { i18n } = useLingui();
  const times = useTimes();
  const [open, setOpen] = useState<Open>();
  const { kind, choices } = post.expectation;
  const call = useCall(post);
  const close = () => setOpen(undefined);
  const isAcknowledgement = kind === 'ACKNOWLEDGE';
  const settle = () => void (isAcknowledgement ? acts.acknowledge(own, kind) : acts.done(own));
  const choiceKeys = choices.slice(0, MOST_KEYS).map((choice, index) => ({
    id: `ask.choose-${index + 1}`,
    keys: String(index + 1),
    title: i18n._('Choose: {choice}', { choice: choiceWords(i18n, times, call, choice) }),
    run: () => void acts.decide(own, choice),
  }));
  useShortcuts(i18n._('What is asked'), [
    ...(kind === 'DECIDE' ? choiceKeys : [{ id: 'ask.done', keys: 'E', title: i18n._('Done'), run: settle }]),
    { id: 'ask.later', keys: 'H', title: i18n._('Later'), run: () => setOpen('later') },
    { id: 'ask.propose', keys: 'O', title: i18n._('Propose another time'), run: () => setOpen('propose') },
    {
      id: 'ask.acknowledge',
      keys: 'A',
      title: i18n._('Acknowledge'),
      run: () => void (isAcknowledgement ? settle() : setOpen('promise')),
    },
  ]);
  const items: (MenuItem | 'line')[] = [
    { label: i18n._('Later'), icon: 'clock', keys: 'H', run: () => setOpen('later') },
    { label: i18n._('Acknowledge and promise a time'), icon: 'shield', keys: 'A', run: () => setOpen('promise') },
    { label: i18n._('Propose another time'), icon: 'restart', keys: 'O', run: () => setOpen('propose') },
    'line',
    { label: i18n._('Pass it on'), icon: 'forward', run: () => setOpen('delegate') },
    { label: i18n._('Decline'), icon: 'close', run: () => setOpen('decline') },
  ];
  return (
    <>
      {own.proposal && own.proposal.accepted === null && (
        <span className="aside">
          {i18n._('You proposed {time}', { time: dayAndTime(i18n, times, own.proposal.dueAt) })}
        </span>
      )}
      {kind === 'DECIDE' &&
        choices.map((choice, index) => (
          <button
            key={choice}
            type="button"
            className="btn quiet choice"
            dir="auto"
            onClick={() => void acts.decide(own, choice)}
          >
            {choiceWords(i18n, times, call, choice)}
            {index < MOST_KEYS && <kbd className="not-s">{index + 1}</kbd>}
          </button>
        ))}
      {isAcknowledgement && (
        <button type="button" className="btn quiet" onClick={settle}>
          <Icon name="check" small />
          {i18n._('Acknowledge')}
        </button>
      )}
      {kind === 'REPLY' && (
        <button type="button" className="btn quiet not-s" onClick={settle}>
          <Icon name="check" small />
          {i18n._('Mark done')}
        </button>
      )}
      <MenuButton label={i18n._('More ways to answer')} title={i18n._('More ways to answer')} items={items}>
        <Icon name="more" />
      </MenuButton>
      {open === 'later' && (
        <NoteSheet
          title={i18n._('Later')}
          hint={i18n._('It leaves your inbox until then. What was asked by when stays as it is.')}
          time={i18n._('Back in the inbox')}
          submit={i18n._('Later')}
          onSubmit={({ at }) => at !== undefined && void acts.later(own, at)}
          onClose={close}
        />
      )}
      {open === 'promise' && (
        <NoteSheet
          title={i18n._('Acknowledge and promise a time')}
          hint={i18n._('{name} sees that you have seen it, and when to expect an answer.', { name: post.author.name })}
          time={i18n._('You answer by')}
          submit={i18n._('Promise')}
          onSubmit={({ at }) => void acts.acknowledge(own, kind, at)}
          onClose={close}
        />
      )}
      {open === 'propose' && (
        <NoteSheet
          title={i18n._('Propose another time')}
          hint={i18n._('{name} decides. Until then the first time stands.', { name: post.author.name })}
          time={i18n._('You could answer by')}
          note={i18n._('Why')}
          submit={i18n._('Propose')}
          onSubmit={({ at, note }) => at !== undefined && void acts.propose(own, at, note)}
          onClose={close}
        />
      )}
      {open === 'decline' && (
        <NoteSheet
          title={i18n._('Decline')}
          hint={i18n._('A no is an answer too.')}
          note={i18n._('Why, for {name}', { name: post.author.name })}
          needsNote
          submit={i18n._('Decline')}
          onSubmit={({ note }) => void acts.decline(own, note)}
          onClose={close}
        />
      )}
      {open === 'delegate' && (
        <DelegateSheet
          exceptIds={[own.recipient.id, post.author.id]}
          onDelegate={(to, note) => void acts.delegate(own, to, note)}
          onClose={close}
        />
      )}
    </>
  );
}
