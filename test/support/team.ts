import type { GraphqlClient } from './graphql-client.js';

export interface Person {
  id: string;
  name: string;
  email: string;
  token: string;
}

const PASSWORD = 'four words in a row';

export { PASSWORD as password };

const signedIn = 'token viewer { member { id name email } }';

interface SignedIn {
  token: string;
  viewer: { member: Omit<Person, 'token'> };
}

const personOf = ({ token, viewer: { member } }: SignedIn): Person => ({ ...member, token });

/** Makes the organisation with the setup code, as its first person does. */
export async function setUp(client: GraphqlClient, setupCode: string, timeZone = 'Europe/Berlin'): Promise<Person> {
  const { setUpOrganization } = await client.ask<{ setUpOrganization: SignedIn }>(
    `mutation ($input: SetUpOrganizationInput!) { setUpOrganization(input: $input) { ${signedIn} } }`,
    {
      input: {
        setupCode,
        organizationName: 'Orchard',
        ownerName: 'Ada Berg',
        handle: 'ada',
        email: 'ada@orchard.example',
        password: PASSWORD,
        timeZone,
      },
    },
  );
  return personOf(setUpOrganization);
}

export interface NewPerson {
  handle: string;
  timeZone?: string;
  role?: 'ADMIN' | 'MEMBER' | 'GUEST';
  channelIds?: string[];
}

/** Invites somebody and accepts as they do. */
export async function join(client: GraphqlClient, inviter: Person, person: NewPerson): Promise<Person> {
  const { handle, timeZone = 'Europe/Berlin', role = 'MEMBER', channelIds } = person;
  const { inviteMember } = await client.ask<{ inviteMember: { code: string } }>(
    'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { code invitationUrl expiresAt } }',
    { input: { email: `${handle}@orchard.example`, role, channelIds } },
    inviter.token,
  );
  const name = handle[0]!.toUpperCase() + handle.slice(1);
  const { acceptInvitation } = await client.ask<{ acceptInvitation: SignedIn }>(
    `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { ${signedIn} } }`,
    { input: { code: inviteMember.code, name, handle, password: PASSWORD, timeZone } },
  );
  return personOf(acceptInvitation);
}

export async function makeChannel(client: GraphqlClient, maker: Person, input: object): Promise<string> {
  const { createChannel } = await client.ask<{ createChannel: { channel: { id: string } } }>(
    'mutation ($input: CreateChannelInput!) { createChannel(input: $input) { channel { id } } }',
    { input },
    maker.token,
  );
  return createChannel.channel.id;
}

/** The same hours on each working day, in wall-clock time. */
export const weekdays = (start: string, end: string) =>
  ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'].map((day) => ({ day, start, end }));
