import { isRedisReady } from './redis.ts';
import type { Services } from './services.ts';

/** GET /readyz: whether requests should be sent here. Without Redis there is nothing to wait for. */
export async function readiness({ redis }: Pick<Services, 'redis'>): Promise<Response> {
  const ready = redis === undefined || (await isRedisReady(redis));
  return new Response(ready ? 'ready\n' : 'redis does not answer\n', {
    status: ready ? 200 : 503,
    headers: { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' },
  });
}
