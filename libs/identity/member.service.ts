import { Injectable } from '@nestjs/common';
import { cursorOf, type ForwardPageArgs, Page, pageRequest } from '#graph';
import type { Id } from '#kernel';
import { MemberRepository } from './member.repository.js';
import { MemberDirectory, type MemberEntry } from './member-directory.js';

@Injectable()
export class MemberService {
  constructor(
    private readonly members: MemberRepository,
    private readonly directory: MemberDirectory,
  ) {}

  find(id: Id): Promise<MemberEntry | undefined> {
    return this.directory.find(id);
  }

  /** Members by name. @throws HubError input.page_too_long, input.bad_cursor */
  async page(
    args: ForwardPageArgs & { query?: string | null },
    options: { byAddress: boolean; withDeactivated: boolean },
  ): Promise<Page<MemberEntry>> {
    const request = pageRequest(args, ['text', 'id']);
    const rows = await this.members.page({
      ...options,
      beyond: request.beyond,
      limit: request.size + 1,
      query: args.query,
    });
    return Page.of(
      rows.map((row) => this.directory.entryOf(row)),
      request,
      ({ name, key }) => cursorOf(name, key),
    );
  }
}
