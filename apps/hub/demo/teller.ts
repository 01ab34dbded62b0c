import { setTimeout as sleep } from 'node:timers/promises';
import { machineClock } from '#kernel';
import type { Person } from './cast.js';
import type { Asking, Conversation, Line } from './conversation.js';
import type { Team } from './gather.js';
import type { Made, Spoken } from './speech.js';

/** A thread that has been opened. */
export interface Open {
  id: string;
  conversation: Conversation;
  /** The recording that opened it. */
  recording?: { mediaId: string; parts: Made['parts'] };
}

interface Recorded {
  mediaId: string;
  parts: Made['parts'];
}

const SETTLED_WITHIN_MS = 40_000;
const LOOK_AGAIN_MS = 150;

/** Tells a story line by line: each in the name of the person whose line it is. */
export class Teller {
  private readonly unsettled: { by: Person; mediaId: string }[] = [];

  /** @param recordings under way while the story is told: the next is made while the hub works on the one before */
  constructor(
    private readonly team: Team,
    private readonly recordings: ReadonlyMap<Spoken, Promise<Made>>,
  ) {}

  async open(conversation: Conversation): Promise<Open> {
    const [opening] = conversation.lines;
    const recording = opening.recording && (await this.record(opening.by, opening.recording));
    const { openThread } = await this.as(opening.by).ask(
      'mutation ($input: OpenThreadInput!) { openThread(input: $input) { thread { id } } }',
      {
        input: {
          channelId: await this.channelOf(conversation),
          title: conversation.title,
          ...this.postOf(opening, recording),
        },
      },
    );
    const id: string = openThread.thread.id;
    if (conversation.isPinned) {
      await this.as(opening.by).ask(
        'mutation ($input: PinThreadInput!) { pinThread(input: $input) { thread { id } } }',
        {
          input: { threadId: id, pinned: true },
        },
      );
    }
    return { id, conversation, recording };
  }

  async reply({ id, recording }: Open, line: Line): Promise<void> {
    const own = line.recording && (await this.record(line.by, line.recording));
    const [part = 0, sentence = 0] = line.moment ?? [];
    const spoken = line.moment && recording?.parts[part]?.[sentence];
    const moment = spoken && { mediaId: recording!.mediaId, seconds: Math.round(spoken.startSeconds + 1) };
    await this.as(line.by).ask('mutation ($input: PostReplyInput!) { postReply(input: $input) { post { id } } }', {
      input: { threadId: id, ...this.postOf(line, own), moment },
    });
  }

  async conclude({ id, conversation }: Open): Promise<void> {
    await this.as(conversation.lines[0].by).ask(
      'mutation ($input: ConcludeThreadInput!) { concludeThread(input: $input) { thread { id } } }',
      { input: { threadId: id, summary: conversation.conclusion?.summary } },
    );
  }

  async read({ id }: Open, person: Person): Promise<void> {
    const { thread } = await this.as(person).ask(
      'query ($id: ID!) { thread: node(id: $id) { ... on Thread { posts(last: 1) { nodes { id } } } } }',
      { id },
    );
    await this.as(person).ask(
      'mutation ($input: MarkThreadReadInput!) { markThreadRead(input: $input) { thread { id } } }',
      { input: { threadId: id, upToPostId: thread.posts.nodes[0].id } },
    );
  }

  /** Until everything that was uploaded has been worked on. */
  async settle(): Promise<void> {
    const deadline = machineClock.nowMs() + SETTLED_WITHIN_MS;
    for (let next = this.unsettled.pop(); next; next = this.unsettled.pop()) {
      const { by, mediaId } = next;
      while (machineClock.nowMs() < deadline) {
        const { media } = await this.as(by).ask(
          'query ($id: ID!) { media: node(id: $id) { ... on Media { status } } }',
          { id: mediaId },
        );
        if (media.status === 'READY' || media.status === 'FAILED') break;
        await sleep(LOOK_AGAIN_MS);
      }
    }
  }

  private async channelOf({ to, lines }: Conversation): Promise<string | undefined> {
    if (typeof to === 'string') return this.team.channels.get(to);
    const { createChannel } = await this.as(lines[0].by).ask(
      'mutation ($input: CreateChannelInput!) { createChannel(input: $input) { channel { id } } }',
      { input: { name: '', visibility: 'DIRECT', memberIds: [this.team.ids.get(to)] } },
    );
    return createChannel.channel.id;
  }

  private async record(by: Person, spoken: Spoken): Promise<Recorded> {
    const { bytes, parts } = await this.recordings.get(spoken)!;
    const mediaId = await this.upload(by, spoken.title, `${spoken.kind === 'video' ? 'video' : 'audio'}/webm`, bytes);
    if (spoken.isUnwritten) return { mediaId, parts };
    // What was said is known here, so that there is something to read even where no engine writes it down.
    await this.as(by).ask(
      'mutation ($input: EditTranscriptInput!) { editTranscript(input: $input) { media { id } } }',
      {
        input: { mediaId, segments: parts.flat() },
      },
    );
    return { mediaId, parts };
  }

  private async upload(by: Person, filename: string, mimeType: string, bytes: Buffer): Promise<string> {
    const mediaId = await this.as(by).upload(filename, mimeType, bytes);
    this.unsettled.push({ by, mediaId });
    return mediaId;
  }

  private postOf({ body, asks }: Line, recording: Recorded | undefined): Record<string, unknown> {
    return { body, mediaIds: recording && [recording.mediaId], expectation: asks && this.expectation(asks) };
  }

  private expectation({ kind, of, timing }: Asking): Record<string, unknown> {
    return { kind, recipientIds: of.map((person) => this.team.ids.get(person)), timing };
  }

  private as(person: Person) {
    return this.team.clients.get(person)!;
  }
}
