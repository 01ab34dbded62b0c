import { Injectable } from '@nestjs/common';
import { Config } from '#config';
import { CalendarService, type MemberEntry, OrganizationService, PreferencesService, workingTimes } from '#identity';
import { type DigestMail, type DigestMailFacts, digestMail } from './digest-mail.js';
import { ribbonEnd } from './mail-ribbon.js';

const MOST_SPANS = 40;

/** Writes digests as mails: with the name of the organisation and the reader's own hours. */
@Injectable()
export class DigestLetters {
  constructor(
    private readonly organization: OrganizationService,
    private readonly calendars: CalendarService,
    private readonly preferences: PreferencesService,
    private readonly config: Config,
  ) {}

  async write(
    member: MemberEntry,
    facts: Pick<DigestMailFacts, 'periodStart' | 'periodEnd' | 'sections' | 'unsubscribeUrl' | 'posters'>,
  ): Promise<DigestMail> {
    const [{ name: organization }, calendars, { locale }] = await Promise.all([
      this.organization.require(),
      this.calendars.of([member.key]),
      this.preferences.of(member.key),
    ]);
    const calendar = calendars.get(member.key);
    const fromMs = Date.parse(facts.periodEnd);
    const { name, timeZone } = member;
    return digestMail({
      ...facts,
      name,
      organization,
      timeZone,
      locale,
      publicUrl: this.config.publicUrl,
      workingTimes: calendar
        ? workingTimes(calendar, fromMs, ribbonEnd(fromMs, [Number.POSITIVE_INFINITY]), MOST_SPANS)
        : [],
    });
  }
}
