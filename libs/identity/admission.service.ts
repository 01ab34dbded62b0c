import { Injectable } from '@nestjs/common';
import { DomainEvents } from '#database';
import { Clock, type Id, newId, type Role } from '#kernel';
import { addressTaken, handleTaken } from './identity.errors.js';
import { MemberJoined } from './identity.events.js';
import { MemberRepository, type NewMember, takenPart } from './member.repository.js';
import { checkHandle, checkName, checkPassword, usualWeek } from './member-facts.js';
import { hashPassword } from './password.js';
import { SessionService } from './session.service.js';

export interface SignedIn {
  memberId: Id;
  /** Nobody else ever sees it. */
  token: string;
}

/** How somebody becomes a member, whatever door they came through. */
@Injectable()
export class Admission {
  constructor(
    private readonly members: MemberRepository,
    private readonly sessions: SessionService,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a member and signs them in, inside the open transaction.
   * @throws HubError member.handle_taken, member.email_taken
   */
  async admit(member: NewMember, channelIds: readonly Id[]): Promise<SignedIn> {
    try {
      await this.members.insert(member, this.clock.now());
    } catch (error) {
      const taken = takenPart(error);
      if (taken === 'handle') throw handleTaken();
      if (taken === 'email') throw addressTaken();
      throw error;
    }
    await this.events.tell(new MemberJoined(member.id, channelIds));
    return { memberId: member.id, token: await this.sessions.open(member.id) };
  }
}

/**
 * The facts of somebody new, checked. Call it before the transaction: hashing the password takes 0.2 s.
 * @throws HubError member.bad_handle, member.bad_name, member.bad_password
 */
export async function newMember(
  facts: { name: string; handle: string; email: string; password: string; timeZone: string },
  role: Role,
  nameField = 'name',
): Promise<NewMember> {
  const checked = {
    id: newId(),
    handle: checkHandle(facts.handle),
    name: checkName(facts.name, nameField),
    email: facts.email,
    role,
    timeZone: facts.timeZone,
    week: usualWeek,
  };
  return { ...checked, passwordHash: await hashPassword(checkPassword(facts.password)) };
}
