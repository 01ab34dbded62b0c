import { Injectable } from '@nestjs/common';
import { ChannelService } from '#channels';
import { Config } from '#config';
import { UnitOfWork } from '#database';
import { AskService, instantsFor } from '#expectations';
import { CalendarService, MemberDirectory, type MemberEntry, type TimeSpan, workingTimes } from '#identity';
import { type Actor, Clock, type Id, newId } from '#kernel';
import { ReplyingService } from '#posting';
import { noSuchThread, ThreadService, type ThreadView } from '#threads';
import { CallRepository } from './call.repository.js';
import { NONE_OF_THESE } from './call-outcome.js';
import { callTimes, type Person, type Wanted, withoutCommonTime } from './call-times.js';
import { type CallView, callView } from './call-view.js';
import { badLength, nobodyToCall, noCommonTime, notOffered, tooManyToCall } from './calls.errors.js';
import { meetingLink } from './invitation.js';

const LEAST_MINUTES = 5;
const MOST_MINUTES = 480;
const MOST_PEOPLE = 24;
/** So many times are looked for, so many days ahead. */
const MOST_TIMES = 5;
const DAYS = 14;
const DAY_MS = 86_400_000;

export interface Gathering {
  threadId: Id | undefined;
  participantIds: readonly Id[];
  minutes: number;
}

export interface CallTimesView {
  times: TimeSpan[];
  participants: { member: MemberEntry; timeZone: string; ribbon: TimeSpan[] }[];
  withoutCommonTime: MemberEntry[];
}

/** A way to real time: the next times inside everybody's working hours, asked for as a decision. */
@Injectable()
export class ProposingService {
  constructor(
    private readonly calls: CallRepository,
    private readonly threads: ThreadService,
    private readonly channels: ChannelService,
    private readonly asks: AskService,
    private readonly replying: ReplyingService,
    private readonly calendars: CalendarService,
    private readonly directory: MemberDirectory,
    private readonly unitOfWork: UnitOfWork,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * When a call could be, and who has no common time where it could not.
   * @throws HubError thread.not_found, call.bad_length, call.nobody, call.too_many, expectation.unknown_recipient
   */
  async times(actor: Actor, gathering: Gathering): Promise<CallTimesView> {
    const { people, wanted, times } = await this.look(actor, gathering);
    const spans = times.map(({ startMs, endMs }) => ({
      start: new Date(startMs).toISOString(),
      end: new Date(endMs).toISOString(),
    }));
    const last = times.at(-1)?.endMs ?? wanted.fromMs + 2 * DAY_MS;
    return {
      times: spans,
      participants: people.map(({ id, calendar }) => ({
        member: this.directory.get(id),
        timeZone: calendar.timeZone,
        ribbon: workingTimes(calendar, this.clock.nowMs(), last, 60),
      })),
      withoutCommonTime: times.length > 0 ? [] : withoutCommonTime(people, wanted).map((id) => this.directory.get(id)),
    };
  }

  /**
   * Asks the participants to choose; of the times given, else of those found.
   * @throws HubError as {@link times}, thread.concluded, channel.archived, call.no_common_time, call.time_not_free
   */
  async propose(
    actor: Actor,
    gathering: Gathering,
    { starts, note, quorum }: { starts?: readonly string[] | null; note: string; quorum: 'EACH' | 'ANY' },
  ): Promise<CallView> {
    const { people, wanted, times, thread } = await this.look(actor, gathering);
    const chosen = starts?.length ? this.ofThose(starts, people, wanted) : times.map(({ startMs }) => startMs);
    if (chosen.length === 0) {
      const apart = withoutCommonTime(people, wanted).map((id) => this.directory.get(id));
      throw noCommonTime(
        apart.map(({ id, name }) => ({ memberId: id, name })),
        DAYS,
      );
    }
    const id = newId();
    const instants = chosen.map((ms) => new Date(ms).toISOString());
    return this.unitOfWork.run(async () => {
      const { post } = await this.replying.postReply(actor, thread.key, {
        body:
          note || `Shall we talk, for ${gathering.minutes} minutes? These times are within everybody's working hours.`,
        ...{ mediaIds: [], moment: null, publishAt: null, idempotencyKey: null },
        expectation: {
          kind: 'DECIDE',
          recipientIds: people.map((one) => one.id).filter((one) => one !== actor.memberId),
          timing: { by: instants[0] },
          quorum,
          choices: [...instants.map(choiceOf), NONE_OF_THESE],
        },
      });
      await this.calls.insert({
        ...{ id, postId: post.key, threadId: thread.key, proposerId: actor.memberId, minutes: gathering.minutes },
        ...{ starts: instants, link: meetingLink(this.config.values.MEETING_LINK, id), at: this.clock.now() },
      });
      return callView((await this.calls.byId(id))!, this.directory.get(actor.memberId));
    });
  }

  private async look(actor: Actor, { threadId, participantIds, minutes }: Gathering) {
    const thread = await this.threads.require(actor, threadId);
    if (!Number.isInteger(minutes) || minutes < LEAST_MINUTES || minutes > MOST_MINUTES) {
      throw badLength(LEAST_MINUTES, MOST_MINUTES);
    }
    const ids = await this.participants(actor, thread, participantIds);
    await this.directory.ensure(ids);
    const calendars = await this.calendars.of(ids);
    const people = ids.map((id) => ({ id, calendar: calendars.get(id)! }));
    const nowMs = this.clock.nowMs();
    const wanted = {
      fromMs: earliest(people, nowMs),
      toMs: nowMs + DAYS * DAY_MS,
      lengthMs: minutes * 60_000,
      count: MOST_TIMES,
    };
    const times = callTimes(
      people.map(({ calendar }) => calendar),
      wanted,
    );
    return { thread, people, wanted, times };
  }

  /** The actor first, then those named; all of them can read the channel. */
  private async participants(actor: Actor, thread: ThreadView, named: readonly Id[]): Promise<Id[]> {
    const others = [...new Set(named)].filter((id) => id !== actor.memberId);
    if (others.length === 0) throw nobodyToCall();
    if (others.length >= MOST_PEOPLE) throw tooManyToCall(MOST_PEOPLE);
    const channel = await this.channels.find(actor, thread.channel.key);
    if (!channel) throw noSuchThread();
    await this.asks.recipients(actor.memberId, channel, { recipientIds: others }, []);
    return [actor.memberId, ...others];
  }

  /** Times that somebody has picked themselves are held to everybody's hours all the same. */
  private ofThose(starts: readonly string[], people: readonly Person[], { lengthMs, fromMs, toMs }: Wanted): number[] {
    const calendars = people.map(({ calendar }) => calendar);
    const picked = [...new Set(starts.map((start) => Date.parse(start)))].sort((a, b) => a - b);
    const isFree = (ms: number): boolean =>
      ms >= Math.min(fromMs, toMs) &&
      ms < toMs &&
      callTimes(calendars, { fromMs: ms, toMs: ms + lengthMs, lengthMs, count: 1 })[0]?.startMs === ms;
    if (picked.length > MOST_TIMES || !picked.every(isFree)) throw notOffered();
    return picked;
  }
}

/** Everybody has an hour of working time to choose before the first of the times; who never works leaves none. */
function earliest(people: readonly Person[], nowMs: number): number {
  const hour = { kind: 'WITHIN_WORKING_HOURS', hours: 1 } as const;
  return Math.max(...people.map(({ calendar }) => dueOrNow(() => instantsFor(calendar, nowMs, hour).dueAt, nowMs)));
}

function dueOrNow(due: () => string | null, nowMs: number): number {
  try {
    return Date.parse(due() ?? new Date(nowMs).toISOString());
  } catch {
    return nowMs;
  }
}

/** One text for all zones; clients show each reader their own. */
const choiceOf = (instant: string): string =>
  `${new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(Date.parse(instant))} UTC`;
