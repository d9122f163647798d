import { describe, expect, it } from 'vitest';
import { startFakeRedis } from '#lib/testing/fake-redis.ts';
import { answerCache } from './answer-cache.ts';
import { rateLimits } from './rate-limit.ts';
import { isRedisReady, openRedis } from './redis.ts';

const CONFIG = { requestsPerMinute: 2, anonymousPerDay: 1, signedInPerDay: 3 };

describe('rateLimits', () => {
  it('counts each key and each scope for itself, and says when to come back', async () => {
    const limits = rateLimits(CONFIG);
    expect(await limits.take('requests', 'a')).toEqual({ allowed: true, left: 1 });
    expect((await limits.take('requests', 'a')).allowed).toBe(true);
    const refused = await limits.take('requests', 'a');
    expect(refused).toMatchObject({ allowed: false });
    expect(!refused.allowed && refused.retryAfterSeconds).toBeGreaterThan(50);
    expect((await limits.take('requests', 'b')).allowed).toBe(true);
    expect((await limits.take('anonymous', 'a')).allowed).toBe(true);
  });

  it('gives back what nothing was got for', async () => {
    const limits = rateLimits(CONFIG);
    await limits.take('anonymous', 'a');
    expect((await limits.take('anonymous', 'a')).allowed).toBe(false);
    await limits.giveBack('anonymous', 'a');
    await limits.giveBack('anonymous', 'a');
    expect((await limits.take('anonymous', 'a')).allowed).toBe(true);
  });

  it('allows nothing where the limit is 0', async () => {
    const limits = rateLimits({ ...CONFIG, anonymousPerDay: 0 });
    expect((await limits.take('anonymous', 'a')).allowed).toBe(false);
  });
});

describe('with Redis', () => {
  it('replicas count together and share answers, and go on alone when Redis is gone', async () => {
    const server = await startFakeRedis();
    const [one, two] = [openRedis(server.url), openRedis(server.url)];
    await expect.poll(() => isRedisReady(one)).toBe(true);
    await expect.poll(() => isRedisReady(two)).toBe(true);
    const [first, second] = [rateLimits(CONFIG, one), rateLimits(CONFIG, two)];
    expect((await first.take('requests', 'a')).allowed).toBe(true);
    expect((await second.take('requests', 'a')).allowed).toBe(true);
    expect((await first.take('requests', 'a')).allowed).toBe(false);

    const answer = { model: 'm', text: 'größer', inputTokens: 1, outputTokens: 2, ms: 3 };
    await answerCache(one).set('k', answer);
    expect(await answerCache(two).get('k')).toEqual(answer);
    expect(server.keys().every((key) => key.startsWith('shufflescope:'))).toBe(true);

    await server.close();
    await expect.poll(() => isRedisReady(one)).toBe(false);
    expect((await first.take('requests', 'c')).allowed).toBe(true);
    expect(await answerCache(one).get('k')).toBeUndefined();
    one.disconnect();
    two.disconnect();
  });
});

describe('answerCache in memory', () => {
  it('forgets the answer that was read longest ago', async () => {
    const cache = answerCache();
    const answer = { model: 'm', text: 't', inputTokens: null, outputTokens: null, ms: 1 };
    for (let i = 0; i < 500; i++) await cache.set(`k${i}`, answer);
    await cache.get('k0');
    await cache.set('one more', answer);
    expect(await cache.get('k0')).toEqual(answer);
    expect(await cache.get('k1')).toBeUndefined();
  });
});
