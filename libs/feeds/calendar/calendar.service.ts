import { Injectable } from '@nestjs/common';
import { excerptOf } from '#attention';
import { Config } from '#config';
import { Clock } from '#kernel';
import { localDate } from '#working-time';
import type { Subscriber } from '../feed-address.repository.js';
import { CalendarRepository } from './calendar.repository.js';
import { calendarFeed } from './calendar-feed.js';

/** A member's calendar as it is at this moment: two statements, whatever it holds. */
@Injectable()
export class CalendarFeedService {
  constructor(
    private readonly rows: CalendarRepository,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async of(subscriber: Subscriber): Promise<string> {
    const now = this.clock.now();
    const { memberId, timeZone } = subscriber;
    const [due, { name, week, since, organization, days_off }] = await Promise.all([
      this.rows.due(subscriber, now),
      this.rows.hours(memberId, localDate(timeZone, now.getTime())),
    ]);
    return calendarFeed({
      organization,
      publicUrl: this.config.publicUrl,
      memberId,
      name,
      timeZone,
      week,
      hoursSince: since,
      daysOff: days_off,
      due: due.map(({ body, ...item }) => ({ ...item, excerpt: excerptOf(body) })),
      now,
    });
  }
}
