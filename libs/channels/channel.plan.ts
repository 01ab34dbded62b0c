import { Injectable } from '@nestjs/common';
import { localId } from '#kernel';
import { column, Plans } from '#plans';
import { readableByMembership } from './channel-access.js';
import { ChannelDirectory } from './channel-directory.js';

const fields = ['id', 'slug', 'name', 'purpose', 'visibility', 'archivedAt', 'retentionDays', 'createdAt'] as const;

@Injectable()
export class ChannelPlans {
  constructor(plans: Plans, directory: ChannelDirectory) {
    plans.directory('channel', { fields, get: (id) => directory.get(id), ensure: (ids) => directory.ensure(ids) });
    plans.type('Channel', {
      entry: { directory: 'channel', sql: 'c.id' },
      fields: {
        viewerIsMember: column('cm.member_id is not null', 'boolean'),
        viewerInvolvement: column("coalesce(cm.involvement, 'MUTED')", 'word'),
      },
    });
    plans.root('channel', {
      of: 'Channel',
      row: {
        aliases: ['c', 'cm'],
        key: ({ id, slug }) =>
          typeof id === 'string' && typeof slug !== 'string' ? localId('Channel', id) : undefined,
        text: (columns) => `select ${columns} from channels c
          left join channel_members cm on cm.channel_id = c.id and cm.member_id = :viewer
          where c.id = :key::uuid and ${readableByMembership({ channel: 'c', isGuest: ':isGuest' }, 'cm')}`,
      },
    });
  }
}
