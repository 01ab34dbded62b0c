import { Injectable } from '@nestjs/common';
import { type Actor, type Id, localId } from '#kernel';
import { MediaService, mediaTopic, noSuchMedia } from '#media';
import { LiveSource, type OpenSource } from './live-source.js';

@Injectable()
export class MediaChangedSource extends LiveSource {
  readonly field = 'mediaChanged';

  constructor(private readonly media: MediaService) {
    super();
  }

  async open(actor: Actor, args: Record<string, unknown>): Promise<OpenSource<{ mediaId: Id }>> {
    const key = localId('Media', String(args.mediaId));
    if (!key || !(await this.media.find(actor, key))) throw noSuchMedia('mediaId');
    return {
      key: `media:${key}`,
      topics: [mediaTopic(key)],
      // Its addresses are signed for one viewer.
      isPersonal: true,
      allowed: async (members) => new Set(members.map((member) => member.memberId)),
      value: (_, viewer) => this.media.find(viewer, key),
    };
  }
}
