import { Injectable } from '@nestjs/common';
import { Plans } from '#plans';
import { MemberDirectory } from './member-directory.js';

/** What pages show of members; the rest (hours, address) has rules of its own in MemberResolver. */
const fields = ['id', 'handle', 'name', 'avatarUrl', 'role', 'isBot', 'deactivatedAt'] as const;

@Injectable()
export class MemberPlans {
  constructor(plans: Plans, directory: MemberDirectory) {
    plans.directory('member', { fields, get: (id) => directory.get(id), ensure: (ids) => directory.ensure(ids) });
    plans.type('Viewer', { fields: {} });
    plans.root('viewer', { of: 'Viewer' });
  }
}
