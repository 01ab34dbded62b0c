import { Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { tooManyAttempts } from './identity.errors.js';

/** Tries before one has to wait: for one door from one place, and from one place for all doors. */
const PER_DOOR = { points: 10, duration: 300 };
const PER_PLACE = { points: 100, duration: 300 };

/**
 * Slows down guessing of passwords and codes. A door is what is tried: a mail address, an invitation, the set-up. Who
 * gets in is not counted, so an office behind one address can come to work at the same minute. Counted in each process:
 * several api processes allow as many times more.
 */
@Injectable()
export class SignInAttempts {
  private readonly byDoor = new RateLimiterMemory(PER_DOOR);
  private readonly byPlace = new RateLimiterMemory(PER_PLACE);

  /** @throws HubError session.too_many_attempts, with the seconds to wait */
  async count(door: string, ipAddress: string): Promise<void> {
    try {
      // The place first: past its limit, made-up doors take no more memory.
      await this.byPlace.consume(ipAddress);
      await this.byDoor.consume(`${door}|${ipAddress}`);
    } catch (refusal) {
      if (refusal instanceof Error) throw refusal;
      throw tooManyAttempts(Math.ceil((refusal as { msBeforeNext: number }).msBeforeNext / 1000));
    }
  }

  async succeeded(door: string, ipAddress: string): Promise<void> {
    await this.byDoor.delete(`${door}|${ipAddress}`);
    await this.byPlace.reward(ipAddress);
  }
}
