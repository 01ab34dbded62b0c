import { DomainEvents, Sql, type Statement, statement, UnitOfWork } from '#database';
import { HubContext } from '#graph';
import { AuditLog, MemberDirectory, MemberRepository } from '#identity';
import { type Actor, type Id, ManualClock, newId, type Role, tokenScopes } from '#kernel';
import { PostgresPubSub } from '#pubsub';
import { AgreementRepository } from '../../libs/channels/agreement.repository.js';
import { AgreementService } from '../../libs/channels/agreement.service.js';
import type { ChannelVisibility } from '../../libs/channels/channel.entity.js';
import { ChannelRepository } from '../../libs/channels/channel.repository.js';
import { ChannelService, type ChannelView } from '../../libs/channels/channel.service.js';
import { ChannelAccessChanges } from '../../libs/channels/channel-access-changed.js';
import { ChannelCreation } from '../../libs/channels/channel-creation.service.js';
import { ChannelDirectory } from '../../libs/channels/channel-directory.js';
import { ChannelMembers } from '../../libs/channels/channel-members.js';
import { InvitedMembers } from '../../libs/channels/invited-members.js';
import { MembershipRepository } from '../../libs/channels/membership.repository.js';
import { MembershipService } from '../../libs/channels/membership.service.js';
import { PromisedChannelsRepository } from '../../libs/channels/promised-channels.repository.js';
import type { TestDatabase } from './database.js';

/** Sql that remembers which statements ran. */
class WatchedSql extends Sql {
  readonly ran: string[] = [];

  override rows<Row extends object>(asked: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    this.ran.push(asked.name);
    return super.rows<Row>(asked, values);
  }
}

const insertMember = statement(
  'spec.insert_member',
  `insert into members (id, handle, name, email, role, time_zone, week, deactivated_at, created_at)
   values ($1, $2, $3, $4, $5, 'Europe/Berlin', '[]', $6, $7)`,
);
const archive = statement('spec.archive', 'update channels set archived_at = $2 where id = $1');
const organize = statement(
  'spec.organize',
  `insert into organizations (id, name, created_at) values ($1, 'Orchard', $2) on conflict do nothing`,
);

/** The services of channels on a real database, wired as their module does it, with people to act. */
export async function channelHub(database: TestDatabase) {
  const clock = new ManualClock(Date.parse('2026-11-23T09:00:00.000Z'));
  const pubsub = new PostgresPubSub({ connectionString: database.url });
  const unitOfWork = new UnitOfWork(database.dataSource);
  const sql = new WatchedSql(database.dataSource, unitOfWork);
  const events = new DomainEvents(unitOfWork);
  const channels = new ChannelRepository(sql, clock);
  const memberships = new MembershipRepository(sql, clock);
  const agreementRows = new AgreementRepository(sql, clock);
  const people = new MemberDirectory(new MemberRepository(sql), pubsub, unitOfWork, {
    publicUrl: 'https://hub.example',
  });
  const directory = new ChannelDirectory(channels, pubsub, unitOfWork);
  await Promise.all([people.onModuleInit(), directory.onModuleInit()]);
  new InvitedMembers(events, memberships, new PromisedChannelsRepository(sql)).onModuleInit();
  const service = new ChannelService(channels, memberships, directory);
  const audit = new AuditLog(sql, clock);
  const access = new ChannelAccessChanges(pubsub, unitOfWork);
  const membership = new MembershipService(channels, memberships, service, access, audit, unitOfWork);
  const creation = new ChannelCreation(channels, membership, service, people, audit, unitOfWork);
  const agreements = new AgreementService(agreementRows, channels, service, directory, people, audit, unitOfWork);
  await sql.rows(organize, [newId(), clock.now()]);

  let count = 0;
  /** Somebody with a role, under a handle of their own. */
  async function member(role: Role = 'MEMBER', { handle = `${role.toLowerCase()}-${++count}`, isGone = false } = {}) {
    const memberId = newId();
    const gone = isGone ? clock.now() : null;
    await sql.rows(insertMember, [memberId, handle, handle, `${handle}@orchard.example`, role, gone, clock.now()]);
    return actorOf(memberId, role);
  }

  /** A channel that `maker` made with others in it. */
  const channel = (maker: Actor, visibility: ChannelVisibility, others: readonly Actor[] = []): Promise<ChannelView> =>
    creation.create(maker, {
      name: `Channel ${++count}`,
      purpose: '',
      visibility,
      memberIds: others.map(({ memberId }) => memberId),
    });

  return {
    agreements,
    audit,
    channel,
    clock,
    creation,
    directory,
    events,
    member,
    membership,
    members: new ChannelMembers(memberships, people),
    people,
    pubsub,
    service,
    sql,
    unitOfWork,
    archive: async (channelId: Id): Promise<void> => {
      await sql.rows(archive, [channelId, clock.now()]);
      await directory.changed(channelId);
    },
    contextOf: (actor: Actor): HubContext => new HubContext(actor, 'request', '127.0.0.1'),
    close: (): Promise<void> => pubsub.close(),
  };
}

export type ChannelHub = Awaited<ReturnType<typeof channelHub>>;

const actorOf = (memberId: Id, role: Role): Actor => ({
  memberId,
  role,
  isBot: false,
  scopes: new Set(tokenScopes),
  credentialId: newId(),
});

/** The reason of the refusal that the work ends with. */
export const refusalOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'not refused',
    (error: { reason?: string }) => error.reason ?? String(error),
  );
