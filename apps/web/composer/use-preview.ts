import { useEffect, useMemo, useState } from 'react';
import { ask } from '../api';
import { type Asking, lackOf, toInput } from './asking';
import { personByHandle, personById } from './known-people';
import { handlesIn } from './mentions';
import type { FoundPerson } from './people-query';
import { type Preview, PreviewQuery } from './preview-query';
import { hoursIn, workingBlocks } from './working-blocks';

const REST_MS = 300;
/** A time that is being waited for moves on: what is shown stays true. */
const ANEW_MS = 60_000;
const DAY_MS = 86_400_000;

export interface Previewed {
  preview?: Preview;
  /** The hub's own sentence where it would refuse. */
  refusal?: string;
  isLoading: boolean;
}

/** What is asked would mean for each recipient, anew as one types. */
export function usePreview(given: {
  channelId?: string;
  recipientIds: readonly string[];
  body: string;
  asking: Asking;
  publishAt?: string;
  selfId: string;
}): Previewed {
  const [shown, setShown] = useState<Previewed>({ isLoading: true });
  const { channelId, body, asking, publishAt, selfId } = given;
  const handles = useMemo(() => handlesIn(body).join(' '), [body]);
  const named = given.recipientIds.join(' ');
  // The reason is typed letter by letter and changes nothing for anybody's hours.
  const asked = JSON.stringify({ ...asking, gate: null });

  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` stands for `asking`
  useEffect(() => {
    const abort = new AbortController();
    const look = async () => {
      const named_ = named ? named.split(' ') : await idsOf(handles.split(' ').filter(Boolean));
      const ids = named_.filter((id) => id !== selfId);
      if (abort.signal.aborted) return;
      const next = channelId
        ? await fromHub(channelId, asking, ids, publishAt, abort.signal)
        : { preview: await fromCalendars(ids, asking, publishAt) };
      if (!abort.signal.aborted) setShown((before) => ({ ...('lost' in next ? before : next), isLoading: false }));
    };
    setShown((before) => ({ ...before, isLoading: true }));
    const first = setTimeout(() => void look(), REST_MS);
    const again = setInterval(() => void look(), ANEW_MS);
    return () => {
      abort.abort();
      clearTimeout(first);
      clearInterval(again);
    };
  }, [channelId, named, handles, asked, publishAt, selfId]);
  return shown;
}

async function idsOf(handles: string[]): Promise<string[]> {
  const people = await Promise.all(handles.map(personByHandle));
  return people.flatMap((person) => person?.id ?? []);
}

async function fromHub(
  channelId: string,
  asking: Asking,
  ids: string[],
  publishAt: string | undefined,
  signal: AbortSignal,
): Promise<Omit<Previewed, 'isLoading'> | { lost: true }> {
  // What is not finished yet is asked about as far as it goes.
  const lack = lackOf(asking, Date.now());
  const asked: Asking = lack
    ? { ...asking, choice: 'reply', when: lack === 'past' ? { is: 'whenever' } : asking.when }
    : asking;
  const { data, refusal, isLost, isSignedOut } = await ask(
    PreviewQuery,
    { channelId, expectation: toInput(asked, ids), publishAt: publishAt ?? null },
    signal,
  );
  if (isLost || isSignedOut) return { lost: true };
  return { preview: data?.previewExpectation, refusal: refusal?.message };
}

/** For people whom no channel connects yet: the same from their weekly hours. */
async function fromCalendars(ids: string[], asking: Asking, publishAt?: string): Promise<Preview> {
  const found = await Promise.all(ids.map(personById));
  const from = publishAt ? Date.parse(publishAt) : Date.now();
  const due = asking.choice !== 'fyi' && asking.when.is === 'by' ? Date.parse(asking.when.at) : undefined;
  const people = found.filter((person): person is FoundPerson => person !== undefined);
  return {
    advice: [],
    recipients: people.map((person) => {
      const { timeZone, week } = person.workingHours;
      const ribbon = workingBlocks(week, timeZone, from, due ?? from + 2 * DAY_MS);
      return {
        member: person,
        timeZone,
        isWorkingTime: person.isWorkingTime,
        deliverAt:
          person.isWorkingTime || !person.nextWorkingTime ? new Date(from).toISOString() : person.nextWorkingTime,
        dueAt: due === undefined ? null : new Date(due).toISOString(),
        workingHoursUntilDue: due === undefined ? null : hoursIn(ribbon),
        urgentMuted: false,
        ribbon,
      };
    }),
  };
}
