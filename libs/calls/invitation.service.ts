import { Injectable } from '@nestjs/common';
import { shownAt } from '#attention';
import { Config } from '#config';
import { MemberDirectory, type MemberEntry } from '#identity';
import { type Actor, globalId, type Id } from '#kernel';
import { Mailer } from '#mail';
import { ThreadService } from '#threads';
import { type AnswerRow, CallRepository, type CallRow } from './call.repository.js';
import { endOf } from './call-view.js';
import { noSuchCall } from './calls.errors.js';
import { invitation } from './invitation.js';
import { attendeesOf } from './settling.service.js';

/** The invitation of a decided call, for each of its people. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly calls: CallRepository,
    private readonly threads: ThreadService,
    private readonly directory: MemberDirectory,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /** @throws HubError call.not_found for everybody but its people, and while nothing is decided */
  async file(actor: Actor, callId: Id | undefined): Promise<string> {
    const call = callId ? await this.calls.byId(callId) : undefined;
    if (!call?.decided_start || !(await this.threads.find(actor, call.thread_id))) throw noSuchCall();
    const answers = await this.calls.answers(call.post_id);
    if (!attendeesOf(call, answers).includes(actor.memberId)) throw noSuchCall();
    return this.write(call, call.decided_start, answers, actor.memberId);
  }

  /** Does nothing for who has left meanwhile or has no address. */
  async mail(callId: Id, memberId: Id): Promise<void> {
    const call = await this.calls.byId(callId);
    const member = await this.directory.find(memberId);
    if (!call?.decided_start || !member?.address || member.deactivatedAt || !this.mailer.isConfigured) return;
    const content = await this.write(call, call.decided_start, await this.calls.answers(call.post_id), memberId);
    const when = shownAt(call.decided_start, member.timeZone);
    await this.mailer.send({
      to: member.address,
      subject: `Call: ${call.title.replace(/\s+/g, ' ')}`,
      text: [`${when}, for ${call.minutes} minutes.`, call.link, this.threadUrl(call)].filter(Boolean).join('\n\n'),
      invitation: content,
      messageId: `call-${callId}-${memberId}@${this.host}`,
    });
  }

  private async write(call: CallRow, start: string, answers: readonly AnswerRow[], forId: Id): Promise<string> {
    const ids = attendeesOf(call, answers);
    await this.directory.ensure(ids);
    const choice = call.choices[call.starts.findIndex((one) => Date.parse(one) === Date.parse(start))];
    const hasChosen = (id: Id): boolean =>
      id === call.proposer_id || answers.some((one) => one.recipient_id === id && one.choice === choice);
    return invitation({
      uid: `${globalId('Call', call.id)}@${this.host}`,
      publicUrl: this.config.publicUrl,
      title: call.title,
      threadUrl: this.threadUrl(call),
      start,
      end: endOf(start, call.minutes),
      decidedAt: call.settled_at!,
      link: call.link,
      organizer: { name: this.directory.get(call.proposer_id).name, address: this.organizer() },
      attendees: ids.map((id) => {
        const member = this.directory.get(id);
        return { id, name: member.name, address: this.addressOf(member, forId), hasAccepted: hasChosen(id) };
      }),
    });
  }

  /** People's addresses are their own: each copy names its reader's, and of others their page here. */
  private addressOf(member: MemberEntry, forId: Id): string {
    return member.key === forId && member.address
      ? `mailto:${member.address}`
      : `${this.config.publicUrl}/people/${member.id}`;
  }

  /** Answers that calendar programs send go to the hub's own address, as the mail itself does. */
  private organizer(): string {
    const from = /<([^<>]+)>/.exec(this.config.values.MAIL_FROM)?.[1] ?? this.config.values.MAIL_FROM;
    return from ? `mailto:${from}` : this.config.publicUrl;
  }

  private get host(): string {
    return new URL(this.config.publicUrl).hostname;
  }

  private threadUrl(call: CallRow): string {
    return `${this.config.publicUrl}/t/${globalId('Thread', call.thread_id)}?post=${globalId('Post', call.post_id)}`;
  }
}
