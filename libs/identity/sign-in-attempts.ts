import { Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { tooManyAttempts } from './identity.errors.js';

/** Tries before one has to wait: for one address from one place, and from one place for all addresses. */
const PER_ADDRESS = { points: 10, duration: 300 };
const PER_PLACE = { points: 100, duration: 300 };

/** Slows down guessing of passwords and codes. Counted in each process: several api processes allow as many times more. */
@Injectable()
export class SignInAttempts {
  private readonly byAddress = new RateLimiterMemory(PER_ADDRESS);
  private readonly byPlace = new RateLimiterMemory(PER_PLACE);

  /** @throws HubError session.too_many_attempts, with the seconds to wait */
  async count(address: string, ipAddress: string): Promise<void> {
    try {
      await Promise.all([this.byAddress.consume(`${address}|${ipAddress}`), this.byPlace.consume(ipAddress)]);
    } catch (refusal) {
      if (refusal instanceof Error) throw refusal;
      throw tooManyAttempts(Math.ceil((refusal as { msBeforeNext: number }).msBeforeNext / 1000));
    }
  }

  async forget(address: string, ipAddress: string): Promise<void> {
    await this.byAddress.delete(`${address}|${ipAddress}`);
  }
}
