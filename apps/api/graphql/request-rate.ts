import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { HubContext } from '#graph';
import { HubError } from '#kernel';

const MINUTE_SECONDS = 60;

/** Operations that one member, or one address that is not signed in, may ask for in a minute. Counted in each process. */
export class RequestRate {
  private readonly limiter: RateLimiterMemory;

  constructor(perMinute: number) {
    this.limiter = new RateLimiterMemory({ points: perMinute, duration: MINUTE_SECONDS });
  }

  /** @throws HubError request.too_many, with the seconds to wait */
  async count({ actor, ipAddress }: HubContext): Promise<void> {
    try {
      await this.limiter.consume(actor?.memberId ?? ipAddress);
    } catch (refusal) {
      if (refusal instanceof Error) throw refusal;
      const seconds = Math.ceil((refusal as { msBeforeNext: number }).msBeforeNext / 1000);
      throw new HubError('RATE_LIMITED', 'request.too_many', `Too many requests. Go on in ${seconds} seconds.`, {
        data: { seconds },
      });
    }
  }
}
