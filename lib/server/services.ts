import type { Redis } from 'ioredis';
import { type AnswerCache, answerCache } from './answer-cache.ts';
import { type RateLimits, rateLimits } from './rate-limit.ts';
import { type Environment, readConfig } from './read-config.ts';
import { isRedisReady, openRedis } from './redis.ts';
import type { ServerConfig } from './server-config.ts';
import { type ServerLog, serverLog } from './server-log.ts';
import { type ServerMetrics, serverMetrics } from './server-metrics.ts';

/** What requests share: one of each per process. */
export interface Services {
  readonly config: ServerConfig;
  readonly limits: RateLimits;
  readonly cache: AnswerCache;
  readonly log: ServerLog;
  readonly metrics: ServerMetrics;
  readonly redis: Redis | undefined;
}

export function makeServices(env: Environment): Services {
  const config = readConfig(env);
  const redis = config.redisUrl === undefined ? undefined : openRedis(config.redisUrl);
  const metrics = serverMetrics(redis && (() => isRedisReady(redis)));
  return {
    config,
    limits: rateLimits(config.limits, redis),
    cache: answerCache(redis),
    log: serverLog(config.logLevel),
    metrics,
    redis,
  };
}

const KEY = Symbol.for('shufflescope.services');

/** Routes are bundled apart from each other, and a variable of a module would be there once for each. */
export function services(): Services {
  const shared = globalThis as { [KEY]?: Services };
  shared[KEY] ??= makeServices(process.env);
  return shared[KEY];
}
