import { cast, daysOf, mailOf, organizationName, type Person, password } from './cast.js';
import type { HubClient } from './hub-client.js';
import { channels } from './story/index.js';

export interface Team {
  clients: Map<Person, HubClient>;
  ids: Map<Person, string>;
  channels: Map<string, string>;
}

/** Sets the hub up, invites everybody, and makes the channels. */
export async function gather(hub: HubClient, setupCode: string): Promise<Team> {
  const [owner, ...others] = cast;
  const team: Team = { clients: new Map(), ids: new Map(), channels: new Map() };
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
  await enter(team, hub, owner, setUpOrganization);
  for (const person of others) await invite(team, hub, owner, person);
  for (const { name, purpose, people } of channels) {
    const { createChannel } = await team.clients
      .get(owner)!
      .ask('mutation ($input: CreateChannelInput!) { createChannel(input: $input) { channel { id } } }', {
        input: { name, purpose, memberIds: people.map((person) => team.ids.get(person)) },
      });
    team.channels.set(name, createChannel.channel.id);
  }
  return team;
}

async function invite(team: Team, hub: HubClient, owner: Person, person: Person): Promise<void> {
  const { inviteMember } = await team.clients
    .get(owner)!
    .ask('mutation ($email: EmailAddress!) { inviteMember(input: { email: $email }) { code } }', {
      email: mailOf(person),
    });
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
  await enter(team, hub, person, acceptInvitation);
}

async function enter(
  team: Team,
  hub: HubClient,
  person: Person,
  payload: { token: string; viewer: { member: { id: string } } },
): Promise<void> {
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
}
