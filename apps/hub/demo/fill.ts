import { findMediaTools } from '#transcoding';
import { cast, daysOf, mailOf, organizationName, type Person, password } from './cast.js';
import type { HubClient } from './hub-client.js';
import { record } from './speech.js';
import { type Asking, type Conversation, channels, type Line, story } from './story.js';

interface Team {
  clients: Map<Person, HubClient>;
  ids: Map<Person, string>;
  channels: Map<string, string>;
}

/** Fills a hub that nobody has set up yet, through its public API alone. */
export async function fill(hub: HubClient, setupCode: string, say: (line: string) => void): Promise<void> {
  const { ffmpegPath } = await findMediaTools({ ffmpegPath: process.env.FFMPEG_PATH });
  const team = await gather(hub, setupCode);
  say(
    `${cast.length} people in ${new Set(cast.map(({ timeZone }) => timeZone)).size} time zones, ${channels.length} channels.`,
  );
  for (const conversation of story) {
    await tell(team, conversation, ffmpegPath);
    say(`#${conversation.channel}: ${conversation.title}`);
  }
}

async function gather(hub: HubClient, setupCode: string): Promise<Team> {
  const [owner, ...others] = cast;
  const team: Team = { clients: new Map(), ids: new Map(), channels: new Map() };
  const enter = async (
    person: Person,
    payload: { token: string; viewer: { member: { id: string } } },
  ): Promise<void> => {
    const client = hub.as(payload.token);
    team.clients.set(person, client);
    team.ids.set(person, payload.viewer.member.id);
    const week = daysOf(person).flatMap((day) => person.hours.map(([start, end]) => ({ day, start, end })));
    await client.ask(
      'mutation ($input: UpdateWorkingHoursInput!) { updateWorkingHours(input: $input) { member { id } } }',
      {
        input: { timeZone: person.timeZone, week },
      },
    );
  };
  const { setUpOrganization } = await hub.ask(
    'mutation ($input: SetUpOrganizationInput!) { setUpOrganization(input: $input) { token viewer { member { id } } } }',
    {
      input: {
        setupCode,
        organizationName,
        ownerName: owner.name,
        handle: owner.handle,
        email: mailOf(owner),
        password,
        timeZone: owner.timeZone,
      },
    },
  );
  await enter(owner, setUpOrganization);
  const admin = team.clients.get(owner)!;
  for (const person of others) {
    const { inviteMember } = await admin.ask(
      'mutation ($email: EmailAddress!) { inviteMember(input: { email: $email }) { code } }',
      {
        email: mailOf(person),
      },
    );
    const { acceptInvitation } = await hub.ask(
      'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { token viewer { member { id } } } }',
      {
        input: {
          code: inviteMember.code,
          name: person.name,
          handle: person.handle,
          password,
          timeZone: person.timeZone,
        },
      },
    );
    await enter(person, acceptInvitation);
  }
  for (const { name, purpose, people } of channels) {
    const { createChannel } = await admin.ask(
      'mutation ($input: CreateChannelInput!) { createChannel(input: $input) { channel { id } } }',
      {
        input: { name, purpose, memberIds: people.map((person) => team.ids.get(person)) },
      },
    );
    team.channels.set(name, createChannel.channel.id);
  }
  return team;
}

async function tell(team: Team, { channel, title, lines, conclusion }: Conversation, ffmpeg: string): Promise<void> {
  const [opening, ...replies] = lines;
  const opened = await team.clients
    .get(opening.by)!
    .ask('mutation ($input: OpenThreadInput!) { openThread(input: $input) { thread { id } } }', {
      input: { channelId: team.channels.get(channel), title, ...(await postOf(team, opening, ffmpeg)) },
    });
  const threadId: string = opened.openThread.thread.id;
  for (const line of replies) {
    await team.clients
      .get(line.by)!
      .ask('mutation ($input: PostReplyInput!) { postReply(input: $input) { post { id } } }', {
        input: { threadId, ...(await postOf(team, line, ffmpeg)) },
      });
  }
  if (conclusion) {
    await team.clients
      .get(opening.by)!
      .ask('mutation ($input: ConcludeThreadInput!) { concludeThread(input: $input) { thread { id } } }', {
        input: { threadId, summary: conclusion },
      });
  }
}

async function postOf(
  team: Team,
  { by, body, recording, asks }: Line,
  ffmpeg: string,
): Promise<Record<string, unknown>> {
  const mimeType = recording?.kind === 'video' ? 'video/webm' : 'audio/webm';
  const mediaIds = recording
    ? [await team.clients.get(by)!.upload(recording.title, mimeType, await record(ffmpeg, recording))]
    : undefined;
  return { body, mediaIds, expectation: asks && expectation(team, asks) };
}

const expectation = (team: Team, { kind, of, timing, choices }: Asking): Record<string, unknown> => ({
  kind,
  recipientIds: of.map((person) => team.ids.get(person)),
  timing,
  choices,
});
