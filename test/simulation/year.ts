import { type DeliveryDecision, type DeliveryEvent, type DeliveryKind, decideDelivery, nextDigestAt } from '#attention';
import { schedule, type Timing } from '#working-time';
import { SeededRandom } from '../../bench/seeded-random.js';
import { MinuteYear, WallOfZone } from './minute-year.js';
import { type Person, person, zones } from './people.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Calendars are laid out for so much longer, for what falls due later. */
const MORE_MS = 120 * DAY_MS;
/** A delivery that was decided anew more often than this would never come. */
const MOST_DECISIONS = 12;

export interface YearWish {
  seed: number;
  members: number;
  posts: number;
  from: string;
  days: number;
}

/** What happened, and every sentence that was not true. */
export interface YearReport {
  posts: number;
  responses: number;
  deliveries: Record<string, number>;
  atOnce: number;
  held: number;
  interrupted: number;
  dueTimes: number;
  digests: number;
  faults: string[];
}

const MOST_FAULTS = 20;

/**
 * People with odd calendars live through some time on a virtual clock. Every due time, every delivery and every digest
 * that the hub's own code says is held to the minute-by-minute model.
 */
export function liveThrough({ seed, members, posts, from, days }: YearWish): YearReport {
  const fromMs = Date.parse(from);
  const toMs = fromMs + days * DAY_MS;
  const random = new SeededRandom(seed);
  const report: YearReport = {
    posts,
    responses: 0,
    deliveries: {},
    atOnce: 0,
    held: 0,
    interrupted: 0,
    dueTimes: 0,
    digests: 0,
    faults: [],
  };
  const asked = postsOf(random, { members, posts, fromMs, toMs });
  const walls = new Map(
    zones.map((zone) => [zone as string, new WallOfZone(zone, fromMs - 2 * DAY_MS, toMs + MORE_MS)]),
  );
  for (let n = 0; n < members; n++) {
    const one = person(random, n, fromMs, toMs);
    const model = new MinuteYear(one.calendar, walls.get(one.calendar.timeZone)!);
    const life = new Life(one, model, report);
    life.digests(fromMs, toMs);
    for (const happening of asked[n]!) life.meet(happening);
    if (report.faults.length >= MOST_FAULTS) break;
  }
  return report;
}

interface Happening {
  kind: DeliveryKind;
  atMs: number;
  timing?: Timing;
  /** When it was withdrawn or answered by somebody else. */
  settledMs?: number;
}

/** By member: what reaches them, in the order of its time. */
function postsOf(
  random: SeededRandom,
  { members, posts, fromMs, toMs }: { members: number; posts: number; fromMs: number; toMs: number },
): Happening[][] {
  const lists: Happening[][] = Array.from({ length: members }, () => []);
  for (let post = 0; post < posts; post++) {
    const atMs = Math.floor(fromMs + random.next() * (toMs - fromMs));
    const timing = random.chance(0.6) ? timingAt(random, atMs) : undefined;
    const settledMs = random.chance(0.2) ? atMs + Math.floor(random.next() * 3 * DAY_MS) : undefined;
    const kind = timing
      ? timing.kind === 'NOW'
        ? 'URGENT'
        : 'ASKED'
      : random.pick(['MENTIONED', 'FOLLOWED', 'ANSWERED', 'CONCLUDED'] as const);
    for (let recipient = random.integer(1, 3); recipient > 0; recipient--)
      lists[random.integer(0, members - 1)]!.push({ kind, atMs, timing, settledMs });
  }
  for (const list of lists) list.sort((a, b) => a.atMs - b.atMs);
  return lists;
}

function timingAt(random: SeededRandom, atMs: number): Timing {
  const kind = random.next();
  if (kind < 0.2) return { kind: 'WHENEVER' };
  if (kind < 0.55) return { kind: 'WITHIN_WORKING_HOURS', hours: random.integer(1, 160) / 4 };
  if (kind < 0.85) return { kind: 'WITHIN_WORKING_DAYS', days: random.integer(0, 10) };
  if (kind < 0.97) return { kind: 'BY', byMs: atMs + random.integer(1, 300) * HOUR_MS };
  return { kind: 'NOW', windowMinutes: random.integer(5, 60) };
}

/** One member's time. */
class Life {
  constructor(
    private readonly one: Person,
    private readonly model: MinuteYear,
    private readonly report: YearReport,
  ) {}

  meet(happening: Happening): void {
    const { kind, atMs, timing } = happening;
    let notBeforeMs: number | null = null;
    if (timing) {
      const said = schedule(this.one.calendar, atMs, timing);
      const due = this.due(atMs, timing);
      this.report.responses++;
      this.report.dueTimes += said.dueAtMs === null ? 0 : 1;
      if (said.deliverAtMs !== due.deliverAtMs || said.dueAtMs !== due.dueAtMs)
        this.fault(`${timing.kind} at ${iso(atMs)} is ${text(said)}, the model says ${text(due)}`);
      notBeforeMs = said.deliverAtMs;
    }
    this.deliver({ kind, atMs, notBeforeMs }, happening);
  }

  /** What the rule says, on the minutes of the model. */
  private due(atMs: number, timing: Timing): { deliverAtMs?: number; dueAtMs?: number | null } {
    if (timing.kind === 'NOW') return { deliverAtMs: atMs, dueAtMs: atMs + timing.windowMinutes * 60_000 };
    const deliverAtMs = this.model.next(atMs);
    if (deliverAtMs === undefined || timing.kind === 'WHENEVER') return { deliverAtMs, dueAtMs: null };
    if (timing.kind === 'BY') return { deliverAtMs, dueAtMs: timing.byMs };
    if (timing.kind === 'WITHIN_WORKING_HOURS')
      return { deliverAtMs, dueAtMs: this.model.after(deliverAtMs, timing.hours * HOUR_MS) };
    return { deliverAtMs, dueAtMs: this.model.endOfDay(deliverAtMs, timing.days) };
  }

  /** As the hub does it: decided when it happens, and again when its time has come, until it is there or nowhere. */
  private deliver(event: DeliveryEvent, { settledMs }: Happening): void {
    let nowMs = event.atMs;
    for (let count = 0; count < MOST_DECISIONS; count++) {
      const isSettled = settledMs !== undefined && settledMs <= nowMs;
      const decision = decideDelivery({ ...event, isSettled }, this.recipient(nowMs), { urgentAllowed: true }, nowMs);
      if (decision.when === 'HELD' || decision.when === 'BATCHED') {
        this.report.held += count === 0 ? 1 : 0;
        if (decision.atMs! <= nowMs) break;
        nowMs = decision.atMs!;
        continue;
      }
      this.ended(event, decision, nowMs, isSettled);
      return;
    }
    this.fault(`${event.kind} of ${iso(event.atMs)} never comes`);
  }

  private ended(event: DeliveryEvent, decision: DeliveryDecision, nowMs: number, isSettled: boolean): void {
    const { kind } = event;
    this.report.deliveries[decision.rule] = (this.report.deliveries[decision.rule] ?? 0) + 1;
    const { involvement, settings } = this.one;
    const isOwed = kind === 'ASKED' || kind === 'URGENT' || kind === 'ANSWERED';
    if (decision.when === 'NOW') {
      if (decision.rule === 'URGENT_INTERRUPTS') this.report.interrupted++;
      else if (!this.model.isWorking(nowMs)) this.fault(`${kind} came outside working time: ${iso(nowMs)}`);
      if (nowMs === event.atMs) this.report.atOnce++;
      const expected = kind === 'URGENT' && settings.urgentMayInterrupt ? event.atMs : this.model.next(event.atMs);
      const isPlain = kind === 'ASKED' || kind === 'URGENT' || settings.batchHours === null;
      if (isPlain && nowMs !== expected)
        this.fault(`${kind} of ${iso(event.atMs)} came ${iso(nowMs)} instead of ${iso(expected)}`);
      if (expected === undefined || nowMs < expected) this.fault(`${kind} came too early: ${iso(nowMs)}`);
      if (!isOwed && involvement !== 'FOLLOWING') this.fault(`${kind} came in spite of ${involvement}`);
      if (isSettled) this.fault(`${kind} came although it was settled`);
    } else if (decision.when === 'NEVER') {
      const isMuted = !isOwed && involvement === 'MUTED';
      if (!isSettled && !isMuted) this.fault(`${kind} of ${iso(event.atMs)} is lost: ${decision.rule}`);
    } else if (isOwed || involvement !== 'DIGEST') this.fault(`${kind} of ${iso(event.atMs)} was left to the digest`);
  }

  /** Each comes when the wall shows its time, on working days of its owner's choice that are not off; none else. */
  digests(fromMs: number, toMs: number): void {
    const { digest, calendar } = this.one;
    const expected = digest.enabled
      ? this.model.shows(digest.times, digest.days).filter((ms) => ms > fromMs && ms <= toMs)
      : [];
    const said: number[] = [];
    for (
      let at = nextDigestAt(digest, calendar, fromMs);
      at !== null && at <= toMs;
      at = nextDigestAt(digest, calendar, at)
    )
      said.push(at);
    this.report.digests += said.length;
    const missing = expected.filter((ms) => !said.includes(ms));
    const beside = said.filter((ms) => !expected.includes(ms));
    for (const ms of missing) this.fault(`no digest at ${iso(ms)}`);
    for (const ms of beside) this.fault(`a digest at ${iso(ms)}, which is not its time`);
  }

  private recipient(nowMs: number) {
    const { calendar, settings, involvement, digest } = this.one;
    const nextDigestMs = nextDigestAt(digest, calendar, nowMs);
    return { calendar, settings, involvement, mayRead: true, nextDigestMs, digestIsMailed: digest.byEmail };
  }

  private fault(what: string): void {
    if (this.report.faults.length < MOST_FAULTS) this.report.faults.push(`${this.one.calendar.timeZone}: ${what}`);
  }
}

const iso = (ms: number | null | undefined): string =>
  ms === undefined || ms === null ? 'never' : new Date(ms).toISOString();
const text = ({ deliverAtMs, dueAtMs }: { deliverAtMs?: number; dueAtMs?: number | null }): string =>
  `${iso(deliverAtMs)} to ${iso(dueAtMs)}`;
