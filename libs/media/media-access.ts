import { readableChannel } from '#channels';

/**
 * Who may see a media item `m`, as a condition on a member `viewer`: its owner, and whoever reads a channel in which a
 * published post has it. The one statement of this rule. It reads posts by SQL, as they stand above this feature.
 */
export const canSeeMedia = `(m.owner_id = viewer.id or exists (
    select 1 from post_media pm join posts p on p.id = pm.post_id join channels c on c.id = p.channel_id
    where pm.media_id = m.id and p.published_at is not null and p.deleted_at is null
      and ${readableChannel({ channel: 'c', viewer: 'viewer.id', isGuest: "(viewer.role = 'GUEST')" })}))`;
