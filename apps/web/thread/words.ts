import type { I18n } from '@lingui/core';
import { longDuration, type Times } from '../language';
import type { Answer, PostNow } from './fragments';

/** How people speak of each other in a team. */
export const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? name;

/** "you and Mateo", "you, Jonas and 4 others" */
export function peopleWords(
  i18n: I18n,
  times: Times,
  people: readonly { id: string; name: string }[],
  viewerId: string,
): string {
  const names = people
    .toSorted((one, other) => Number(other.id === viewerId) - Number(one.id === viewerId))
    .map(({ id, name }) => (id === viewerId ? i18n._('you') : firstName(name)));
  const shown = names.length > 4 ? names.slice(0, 2) : names;
  const rest = names.length - shown.length;
  if (rest > 0) shown.push(i18n._('{count, plural, one {# other} other {# others}}', { count: rest }));
  return times.list(shown);
}

/** "16:00 today", "tomorrow 12:00", "Wed 16:00" */
export function dayAndTime(i18n: I18n, times: Times, instant: string | number, now = Date.now()): string {
  const days = -times.daysBetween(instant, now);
  if (days === 0) return i18n._('{time} today', { time: times.clock(instant) });
  if (days < 0 || days > 6)
    return i18n._('{date}, {time}', { date: times.date(instant, now), time: times.clock(instant) });
  return times.due(instant, now);
}

/** "Amara asks you and Mateo to reply by 16:00 today, in 5 h 36 min." */
export function askWords(i18n: I18n, times: Times, post: PostNow, viewerId: string, now = Date.now()): string {
  const { kind, responses, choices } = post.expectation;
  const open = responses.filter(({ status }) => status === 'OPEN');
  const asked = open.length > 0 ? open : responses.filter(({ status }) => status !== 'DELEGATED');
  const own = asked.find(({ recipient }) => recipient.id === viewerId) ?? asked[0];
  const isAuthor = post.author.id === viewerId;
  const people = peopleWords(
    i18n,
    times,
    asked.map(({ recipient }) => recipient),
    viewerId,
  );
  const author = firstName(post.author.name);
  const words = { author, people, choices: times.list([...choices]) };
  const who = {
    ACKNOWLEDGE: isAuthor
      ? i18n._('You ask {people} to acknowledge', words)
      : i18n._('{author} asks {people} to acknowledge', words),
    DECIDE: isAuthor ? i18n._('You ask {people} to decide', words) : i18n._('{author} asks {people} to decide', words),
    REPLY: isAuthor ? i18n._('You ask {people} to reply', words) : i18n._('{author} asks {people} to reply', words),
    FYI: '',
  }[kind];
  const due = own?.dueAt;
  if (!due) return i18n._('{who}, whenever it suits.', { who });
  const time = dayAndTime(i18n, times, due, now);
  const left = Date.parse(due) - now;
  if (left <= 0) return i18n._('{who} by {time}. That has passed.', { who, time });
  return i18n._('{who} by {time}, in {left}.', { who, time, left: longDuration(i18n, left / 1000) });
}

/** What stands behind a person's name in the list of who has answered: "Mateo starts at 15:00 your time". */
export function answeredWords(i18n: I18n, times: Times, answer: Answer, isViewer: boolean, kind: string): string {
  const name = firstName(answer.recipient.name);
  const { status, choice, promisedAt, acknowledgedAt } = answer;
  if (status === 'FULFILLED') {
    if (choice)
      return isViewer ? i18n._('You chose {choice}', { choice }) : i18n._('{name} chose {choice}', { name, choice });
    if (answer.answer) return isViewer ? i18n._('You replied') : i18n._('{name} replied', { name });
    if (kind === 'ACKNOWLEDGE') return isViewer ? i18n._('You acknowledged') : i18n._('{name} acknowledged', { name });
    return isViewer ? i18n._('You marked it done') : i18n._('{name} marked it done', { name });
  }
  if (status === 'DECLINED') return isViewer ? i18n._('You declined') : i18n._('{name} declined', { name });
  if (status === 'WITHDRAWN') return i18n._('{name} is no longer asked', { name });
  if (status === 'DELEGATED') {
    const to = firstName(answer.delegatedTo?.recipient.name ?? '');
    return isViewer ? i18n._('You passed it to {to}', { to }) : i18n._('{name} passed it to {to}', { name, to });
  }
  if (promisedAt) {
    const time = dayAndTime(i18n, times, promisedAt);
    return isViewer
      ? i18n._('You promised it for {time}', { time })
      : i18n._('{name} promised it for {time}', { name, time });
  }
  if (acknowledgedAt) return isViewer ? i18n._('You have seen it') : i18n._('{name} has seen it', { name });
  if (isViewer) return i18n._('You have not yet');
  const { isWorkingTime, nextWorkingTime } = answer.recipient;
  if (!isWorkingTime && nextWorkingTime) {
    return times.daysBetween(nextWorkingTime) === 0
      ? i18n._('{name} starts at {time} your time', { name, time: times.clock(nextWorkingTime) })
      : i18n._('{name} starts {time} your time', { name, time: times.due(nextWorkingTime) });
  }
  return i18n._('{name} has not yet', { name });
}

/** An event of an answer's history as a sentence. */
export function eventWords(i18n: I18n, kind: string, name: string): string {
  switch (kind) {
    case 'ASKED':
      return i18n._('{name} asked', { name });
    case 'ACKNOWLEDGED':
      return i18n._('{name} acknowledged', { name });
    case 'ANSWERED':
      return i18n._('{name} replied', { name });
    case 'DECIDED':
      return i18n._('{name} decided', { name });
    case 'DONE':
      return i18n._('{name} marked it done', { name });
    case 'DECLINED':
      return i18n._('{name} declined', { name });
    case 'DELEGATED':
      return i18n._('{name} passed it on', { name });
    case 'PROPOSED':
      return i18n._('{name} proposed another time', { name });
    case 'PROPOSAL_ACCEPTED':
      return i18n._('{name} accepted the other time', { name });
    case 'PROPOSAL_REFUSED':
      return i18n._('{name} kept the time', { name });
    case 'WITHDRAWN':
      return i18n._('{name} withdrew the question', { name });
    case 'DUE_MOVED':
      return i18n._('{name} moved the time', { name });
    case 'NUDGED':
    case 'REMINDED':
      return i18n._('{name} reminded', { name });
    case 'UNDONE':
      return i18n._('{name} took it back', { name });
    default:
      return name;
  }
}
