import type { Redis } from 'ioredis';

/** An answer that came to its end. It holds nothing of a user: the pack it was made from holds nothing either. */
export interface KeptAnswer {
  readonly model: string;
  readonly text: string;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly ms: number;
}

export interface AnswerCache {
  get(key: string): Promise<KeptAnswer | undefined>;
  set(key: string, answer: KeptAnswer): Promise<void>;
}

const MAX_ENTRIES = 500;
const KEPT_SECONDS = 86_400;

/** In memory the oldest go first; in Redis they go after a day. A cache that fails is a cache without the answer. */
export function answerCache(redis?: Redis): AnswerCache {
  return redis ? redisCache(redis) : memoryCache();
}

function memoryCache(): AnswerCache {
  const kept = new Map<string, KeptAnswer>();
  return {
    async get(key) {
      const answer = kept.get(key);
      if (answer) {
        kept.delete(key);
        kept.set(key, answer);
      }
      return answer;
    },
    async set(key, answer) {
      kept.delete(key);
      kept.set(key, answer);
      const [oldest] = kept.keys();
      if (kept.size > MAX_ENTRIES && oldest !== undefined) kept.delete(oldest);
    },
  };
}

function redisCache(redis: Redis): AnswerCache {
  const name = (key: string) => `shufflescope:answer:${key}`;
  return {
    async get(key) {
      const text = await redis.get(name(key)).catch(() => null);
      try {
        return text === null ? undefined : (JSON.parse(text) as KeptAnswer);
      } catch {
        return undefined; // somebody else's value under our name
      }
    },
    async set(key, answer) {
      await redis.set(name(key), JSON.stringify(answer), 'EX', KEPT_SECONDS).catch(() => null);
    },
  };
}
