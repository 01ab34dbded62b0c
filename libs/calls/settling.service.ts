import { Injectable, Logger } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { MemberDirectory } from '#identity';
import { Jobs } from '#jobs';
import { type Actor, Clock, type Id, tokenScopes } from '#kernel';
import { Mailer } from '#mail';
import { ReplyingService } from '#posting';
import { type AnswerRow, CallRepository, type CallRow } from './call.repository.js';
import { type Outcome, outcomeOf } from './call-outcome.js';
import { mailInvitation } from './calls.jobs.js';

const AT_ONCE = 50;

/** Says what came of proposed calls once nobody can change it any more; run every few seconds by the worker. */
@Injectable()
export class CallSettling {
  private readonly logger = new Logger(CallSettling.name);

  constructor(
    private readonly calls: CallRepository,
    private readonly replying: ReplyingService,
    private readonly directory: MemberDirectory,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @returns how many were settled; each is once, however many workers run */
  async settleDue(): Promise<number> {
    const due = await this.calls.due(this.clock.now(), AT_ONCE);
    let settled = 0;
    for (const id of due) {
      if (await this.unitOfWork.run(() => this.settle(id))) settled += 1;
    }
    return settled;
  }

  private async settle(id: Id): Promise<boolean> {
    if (!(await this.calls.lock(id))) return false;
    const call = (await this.calls.byId(id))!;
    const answers = await this.calls.answers(call.post_id);
    const now = this.clock.now();
    const startsMs = call.starts.map((start) => Date.parse(start));
    const outcome = call.post_deleted_at
      ? ({ kind: 'NO_TIME', why: 'NOBODY' } as const)
      : outcomeOf(call.choices.slice(0, startsMs.length), startsMs, answers, now.getTime());
    const start = outcome.kind === 'TIME' ? new Date(startsMs[outcome.index]!).toISOString() : null;
    // Taken back with its post or its thread: nothing is to be said.
    const isSilent = call.post_deleted_at !== null || answers.every(({ status }) => status === 'WITHDRAWN');
    const post = isSilent ? undefined : await this.say(call, outcome, answers);
    await this.calls.settle(id, now, start, post?.post.key ?? null);
    if (start && this.mailer.isConfigured) {
      for (const memberId of attendeesOf(call, answers)) {
        await this.jobs.ask(mailInvitation, { callId: id, memberId });
      }
    }
    return true;
  }

  private async say(call: CallRow, outcome: Outcome, answers: readonly AnswerRow[]) {
    const proposer = await this.directory.find(call.proposer_id);
    if (!proposer || proposer.deactivatedAt) return undefined;
    const actor: Actor = {
      memberId: proposer.key,
      role: proposer.role,
      isBot: proposer.isBot,
      scopes: new Set(tokenScopes),
      credentialId: call.id,
    };
    const declined = answers.filter(({ status }) => status === 'DECLINED').map(({ recipient_id }) => recipient_id);
    await this.directory.ensure(declined);
    const without = declined.map((id) => this.directory.get(id).name).join(', ');
    const posted = await this.replying.postNote(actor, call.thread_id, sentenceOf(call, outcome, without));
    if (!posted) this.logger.warn(`What came of call ${call.id} can no longer be posted in its thread`);
    return posted;
  }
}

/** The proposer, and whoever was asked and has not said no or handed it on. */
export const attendeesOf = (call: Pick<CallRow, 'proposer_id'>, answers: readonly AnswerRow[]): Id[] => [
  call.proposer_id,
  ...answers
    .filter(({ status }) => status !== 'DECLINED' && status !== 'DELEGATED')
    .map(({ recipient_id }) => recipient_id),
];

function sentenceOf(call: CallRow, outcome: Outcome, without: string): string {
  if (outcome.kind === 'TIME') {
    const lines = [`We talk: ${call.choices[outcome.index]}, for ${call.minutes} minutes.`];
    if (call.link) lines.push(call.link);
    if (without) lines.push(`Without ${without}.`);
    return lines.join('\n\n');
  }
  return {
    NOBODY: 'No call: nobody has chosen a time.',
    NONE_FITS: 'No call: none of the times fits. The question stays here, in writing.',
    PASSED: 'No call: the times that were chosen have passed.',
  }[outcome.why];
}
