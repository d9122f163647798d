import { Redis } from 'ioredis';

/** One connection for limits and remembered answers. Commands fail at once while Redis is away: nobody waits for it. */
export function openRedis(url: string): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    connectTimeout: 2000,
    commandTimeout: 1000,
    retryStrategy: (attempt) => Math.min(attempt * 200, 5000),
  });
  // Without a listener a lost connection would end the process; /readyz and the metrics tell of it.
  redis.on('error', () => undefined);
  return redis;
}

export async function isRedisReady(redis: Redis): Promise<boolean> {
  return redis.ping().then(
    () => true,
    () => false,
  );
}
