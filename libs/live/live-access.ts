import { Injectable } from '@nestjs/common';
import type { Actor, Id } from '#kernel';
import { LiveAccessRepository } from './live-access.repository.js';

/** Who of many subscribers may still hear of a channel, in one statement. */
@Injectable()
export class LiveAccess {
  constructor(private readonly rows: LiveAccessRepository) {}

  async readersOf(channelId: Id, members: readonly Pick<Actor, 'memberId'>[]): Promise<ReadonlySet<Id>> {
    return new Set(await this.rows.readersOf(channelId, [...new Set(members.map(({ memberId }) => memberId))]));
  }
}
