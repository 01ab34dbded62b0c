/** How a statement names what an access rule speaks of: table aliases and placeholders, never values. */
export interface AccessNames {
  /** Alias of `channels` in the statement. */
  channel: string;
  /** The viewer's member id: `$1`. */
  viewer: string;
  /** Whether the viewer's role is GUEST: `$2`. */
  isGuest: string;
}

/**
 * SQL for "the viewer may read this channel". PUBLIC channels are open to everyone but guests; all others, and guests
 * everywhere, need a membership. The same rule on plain data is `mayRead`; a spec holds the two together.
 */
export const readableChannel = ({ channel, viewer, isGuest }: AccessNames): string =>
  `((${channel}.visibility = 'PUBLIC' and not ${isGuest}::boolean)
    or exists (select 1 from channel_members access
               where access.channel_id = ${channel}.id and access.member_id = ${viewer}::uuid))`;

/**
 * The same rule for a statement that joins the viewer's own row of `channel_members` anyway, under the alias
 * `membership`: nothing is looked up twice.
 */
export const readableByMembership = ({ channel, isGuest }: Omit<AccessNames, 'viewer'>, membership: string): string =>
  `((${channel}.visibility = 'PUBLIC' and not ${isGuest}::boolean) or ${membership}.member_id is not null)`;

/** SQL for "the viewer may write here": whoever may read, until the channel is archived. Writing joins nobody. */
export const writableChannel = (names: AccessNames): string =>
  `(${names.channel}.archived_at is null and ${readableChannel(names)})`;
