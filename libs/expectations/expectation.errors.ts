import { HubError, invalidInput } from '#kernel';

export const badTiming = (sentence: string, field: string): HubError =>
  invalidInput('expectation.bad_timing', sentence, { field });

export const urgentIsNow = (): HubError =>
  badTiming(
    'An urgent post is published at once: leave out publishAt, or give another timing.',
    'expectation.timing.now',
  );

export const dueInThePast = (): HubError =>
  invalidInput('expectation.due_in_the_past', 'This time is over: give one that is still to come.', {
    field: 'expectation.timing.by',
  });

export const badChoices = (sentence: string): HubError =>
  invalidInput('expectation.bad_choices', sentence, { field: 'expectation.choices' });

export const noRecipients = (): HubError =>
  invalidInput('expectation.no_recipients', 'Nobody is left to answer: name at least one other person.', {
    field: 'expectation.recipientIds',
  });

export const unknownRecipient = (ids: readonly string[]): HubError =>
  invalidInput('expectation.unknown_recipient', 'Somebody named here is not there, or cannot read this channel.', {
    field: 'expectation.recipientIds',
    data: { ids },
  });

export const tooManyRecipients = (count: number, most: number): HubError =>
  invalidInput(
    'expectation.too_many_recipients',
    `This would ask ${count} people; the agreement allows ${most}. Name the ones whose answer you need.`,
    { field: 'expectation.recipientIds', data: { count, most } },
  );

/** Who would be interrupted, and when the post would reach them otherwise. */
export interface Interruption {
  memberId: string;
  name: string;
  localTime: string;
  wouldDeliverAt: string | null;
}

export const urgencyNotJustified = (outsideWorkingHours: readonly Interruption[]): HubError =>
  invalidInput(
    'expectation.urgency_not_justified',
    'Urgent posts need a yes to both questions and a reason of at least 10 characters.',
    { field: 'expectation.timing.now', data: { outsideWorkingHours } },
  );

export const urgentBudgetSpent = (perWeek: number): HubError =>
  new HubError(
    'CONFLICT',
    'expectation.urgent_budget_spent',
    `You have used your ${perWeek} urgent posts of this week. Give a time that respects their hours instead.`,
    { field: 'expectation.timing.now', data: { perWeek } },
  );

export const urgentNotAllowed = (): HubError =>
  new HubError('FORBIDDEN', 'expectation.urgent_not_allowed', 'The agreement of this channel has no urgent posts.', {
    field: 'expectation.timing.now',
  });

export const noWorkingTime = (memberId: string, name: string): HubError =>
  invalidInput('calendar.no_working_time', `${name} has no working time within the next year.`, {
    field: 'expectation.recipientIds',
    data: { memberId },
  });

export const noSuchResponse = (): HubError =>
  new HubError('NOT_FOUND', 'response.not_found', 'There is no such expected response, or you may not see it.');

export const notYourResponse = (): HubError =>
  new HubError('FORBIDDEN', 'response.not_yours', 'Somebody else is asked here: only they can answer for themselves.');

export const notYourQuestion = (): HubError =>
  new HubError('FORBIDDEN', 'expectation.not_yours', 'Only the author of the post can do this.');

export const notOpen = (status: string): HubError =>
  new HubError('CONFLICT', 'response.not_open', 'This is settled already: nothing is owed here any more.', {
    data: { status },
  });

export const notADecision = (): HubError =>
  new HubError('CONFLICT', 'response.not_a_decision', 'This post does not ask for a choice.');

export const noSuchChoice = (choices: readonly string[]): HubError =>
  invalidInput('response.no_such_choice', 'This is not one of the choices.', { field: 'choice', data: { choices } });

export const inThePast = (field: string): HubError =>
  invalidInput('response.in_the_past', 'This time is over: give one that is still to come.', { field });

export const reasonMissing = (field: string, most: number): HubError =>
  invalidInput('response.reason_missing', `Say why, in 1 to ${most} characters.`, { field, data: { most } });

export const noteTooLong = (field: string, most: number): HubError =>
  invalidInput('input.text_too_long', `This note is too long: ${most} characters at most.`, { field, data: { most } });

export const cannotDelegateThere = (): HubError =>
  invalidInput(
    'response.cannot_delegate_there',
    'This person cannot take it over: they are not there, cannot read the channel, or asked for it themselves.',
    { field: 'toMemberId' },
  );

export const alreadyAsked = (): HubError =>
  new HubError('CONFLICT', 'response.already_asked', 'This person has been asked for the same already.', {
    field: 'toMemberId',
  });

export const nothingProposed = (): HubError =>
  new HubError('CONFLICT', 'response.nothing_proposed', 'No other due time is proposed here.');

export const openResponses = (count: number): HubError =>
  new HubError(
    'CONFLICT',
    'thread.open_responses',
    'Answers are still owed in this thread. Conclude it with withdrawOpenResponses to say that they are no longer needed.',
    { field: 'withdrawOpenResponses', data: { count } },
  );

export const choiceNeeded = (choices: readonly string[]): HubError =>
  new HubError('CONFLICT', 'response.choice_needed', 'This asks for a decision: choose one of its choices.', {
    data: { choices },
  });

export const notAnAnswer = (): HubError =>
  invalidInput('response.not_an_answer', 'Name a published post of the same thread as the answer.', {
    field: 'answerPostId',
  });

export const notUndoable = (minutes: number): HubError =>
  new HubError(
    'CONFLICT',
    'response.not_undoable',
    `Only what you yourself did in the last ${minutes} minutes can be taken back here.`,
    { data: { minutes } },
  );

export const putOffTooFar = (days: number): HubError =>
  invalidInput('response.put_off_too_far', `Put it off ${days} days at most, or decline it.`, {
    field: 'until',
    data: { days },
  });

export const notOverdue = (dueAt: string | null): HubError =>
  new HubError(
    'CONFLICT',
    'response.not_overdue',
    'Nothing is overdue here: a reminder can be sent once the time that was agreed is over.',
    { data: { dueAt } },
  );

export const recipientIsOff = (memberId: string, nextWorkingTime: string | null): HubError =>
  new HubError(
    'CONFLICT',
    'response.recipient_is_off',
    'They are not working now. A reminder can be sent in their working hours.',
    { data: { memberId, nextWorkingTime } },
  );

export const nudgedAlready = (nudgedAt: string, againAt: string): HubError =>
  new HubError('CONFLICT', 'response.nudged_already', 'They were reminded within the last 24 hours.', {
    data: { nudgedAt, againAt },
  });
