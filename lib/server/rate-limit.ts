import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { LimitConfig } from './server-config.ts';

/** `requests`: of one address in a minute. The others: answers of a model in a day. */
export type LimitScope = 'requests' | 'anonymous' | 'signed-in';

export type Taken =
  | { readonly allowed: true; readonly left: number }
  | { readonly allowed: false; readonly retryAfterSeconds: number };

export interface RateLimits {
  take(scope: LimitScope, key: string): Promise<Taken>;
  /** Gives one back: nothing was got for it. */
  giveBack(scope: LimitScope, key: string): Promise<void>;
}

const DAY_SECONDS = 86_400;

/** In memory, or in Redis for all replicas together; while Redis is away each process counts for itself. */
export function rateLimits(config: LimitConfig, redis?: Redis): RateLimits {
  const points: Readonly<Record<LimitScope, readonly [points: number, seconds: number]>> = {
    requests: [config.requestsPerMinute, 60],
    anonymous: [config.anonymousPerDay, DAY_SECONDS],
    'signed-in': [config.signedInPerDay, DAY_SECONDS],
  };
  const limiter = (scope: LimitScope) => {
    const [count, duration] = points[scope];
    const options = { keyPrefix: `shufflescope:${scope}`, points: count, duration };
    const memory = new RateLimiterMemory(options);
    return redis
      ? new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: memory })
      : memory;
  };
  const limiters = {
    requests: limiter('requests'),
    anonymous: limiter('anonymous'),
    'signed-in': limiter('signed-in'),
  };
  return {
    async take(scope, key) {
      // The library takes no limit of 0 for what it is.
      if (points[scope][0] === 0) return { allowed: false, retryAfterSeconds: DAY_SECONDS };
      try {
        const { remainingPoints } = await limiters[scope].consume(key);
        return { allowed: true, left: remainingPoints };
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        return { allowed: false, retryAfterSeconds: refused.msBeforeNext / 1000 };
      }
    },
    async giveBack(scope, key) {
      await limiters[scope].reward(key);
    },
  };
}
