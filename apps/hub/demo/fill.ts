import { findMediaTools } from '#transcoding';
import { cast } from './cast.js';
import type { Conversation } from './conversation.js';
import { gather, type Team } from './gather.js';
import type { HubClient } from './hub-client.js';
import { recordAll } from './speech.js';
import { BEGINS_AGO_HOURS, channels, drafts, story } from './story/index.js';
import { type Open, Teller } from './teller.js';

const READ_AFTER_HOURS = 0.01;

interface Telling {
  say: (line: string) => void;
  /** Puts the hub's clock so many hours before the end of the story; without one all of it happens now. */
  moveTo?: (agoHours: number) => Promise<void>;
}

interface Happening {
  ago: number;
  happen: () => Promise<unknown>;
}

/** Fills a hub that nobody has set up yet, through its public API alone. */
export async function fill(hub: HubClient, setupCode: string, { say, moveTo }: Telling): Promise<void> {
  const { ffmpegPath } = await findMediaTools({ ffmpegPath: process.env.FFMPEG_PATH });
  const lines = story.flatMap((conversation) => conversation.lines).toSorted((one, other) => other.ago - one.ago);
  const recordings = recordAll(
    ffmpegPath,
    lines.flatMap(({ recording }) => recording ?? []),
  );
  await moveTo?.(BEGINS_AGO_HOURS);
  const team = await gather(hub, setupCode);
  const zones = new Set(cast.map(({ timeZone }) => timeZone)).size;
  say(`${cast.length} people in ${zones} time zones, ${channels.length} channels.`);
  const teller = new Teller(team, recordings);
  const happenings = [...story.flatMap((conversation) => lifeOf(conversation, teller, say)), ...draftsOf(team)];
  for (const { ago, happen } of happenings.toSorted((one, other) => other.ago - one.ago)) {
    await moveTo?.(ago);
    await happen();
    // What is made in the background belongs to the same moment.
    if (moveTo) await teller.settle();
  }
  await moveTo?.(0);
}

/** A thread from its opening to its end, and who has read it. */
function lifeOf(conversation: Conversation, teller: Teller, say: Telling['say']): Happening[] {
  const [opening, ...replies] = conversation.lines;
  const { conclusion, readBy = [] } = conversation;
  const last = conclusion ?? conversation.lines.at(-1)!;
  let thread: Open;
  const open = async (): Promise<void> => {
    thread = await teller.open(conversation);
    say(conversation.title);
  };
  return [
    { ago: opening.ago, happen: open },
    ...replies.map((line) => ({ ago: line.ago, happen: () => teller.reply(thread, line) })),
    ...(conclusion ? [{ ago: conclusion.ago, happen: () => teller.conclude(thread) }] : []),
    ...readBy.map((person) => ({ ago: last.ago - READ_AFTER_HOURS, happen: () => teller.read(thread, person) })),
  ];
}

const draftsOf = ({ clients, channels }: Team): Happening[] =>
  drafts.map(({ by, ago, channel, title, body }) => ({
    ago,
    happen: () =>
      clients.get(by)!.ask('mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { draft { id } } }', {
        input: { channelId: channels.get(channel), title, body },
      }),
  }));
