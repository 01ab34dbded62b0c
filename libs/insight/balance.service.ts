import { Injectable } from '@nestjs/common';
import type { MemberEntry } from '#identity';
import { badBalancePeriod } from './insight.errors.js';
import { type BalanceRow, InsightRepository } from './insight.repository.js';

const MOST_WEEKS = 53;
const WEEK_MS = 7 * 86_400_000;

export interface BalanceFigures {
  askedFor: number;
  owed: number;
  answered: number;
  answeredInTime: number;
  urgentUsed: number;
  interruptionsCaused: number;
  interruptionsReceived: number;
}

export interface Balance extends BalanceFigures {
  from: string;
  to: string;
  weeks: (BalanceFigures & { monday: string })[];
}

/** What one person asks of others and others of them: shown to themselves alone. */
@Injectable()
export class BalanceService {
  constructor(private readonly insight: InsightRepository) {}

  /** @throws HubError insight.bad_period */
  async of({ key, timeZone }: Pick<MemberEntry, 'key' | 'timeZone'>, from: string, to: string): Promise<Balance> {
    const lengthMs = Date.parse(to) - Date.parse(from);
    if (!(lengthMs > 0 && lengthMs <= MOST_WEEKS * WEEK_MS)) throw badBalancePeriod(MOST_WEEKS);
    const rows = await this.insight.balance(key, new Date(from), new Date(to), timeZone);
    const weeks = rows.map((row) => ({ monday: row.monday, ...figuresOf(row) }));
    const sum = weeks.reduce<BalanceFigures>((total, week) => added(total, week), figuresOf());
    return { from, to, ...sum, weeks };
  }
}

const figuresOf = (row?: BalanceRow): BalanceFigures => ({
  askedFor: row?.asked ?? 0,
  owed: row?.owed ?? 0,
  answered: row?.answered ?? 0,
  answeredInTime: row?.in_time ?? 0,
  urgentUsed: row?.used ?? 0,
  interruptionsCaused: row?.caused ?? 0,
  interruptionsReceived: row?.received ?? 0,
});

const added = (one: BalanceFigures, other: BalanceFigures): BalanceFigures => ({
  askedFor: one.askedFor + other.askedFor,
  owed: one.owed + other.owed,
  answered: one.answered + other.answered,
  answeredInTime: one.answeredInTime + other.answeredInTime,
  urgentUsed: one.urgentUsed + other.urgentUsed,
  interruptionsCaused: one.interruptionsCaused + other.interruptionsCaused,
  interruptionsReceived: one.interruptionsReceived + other.interruptionsReceived,
});
