import { timingSafeEqual } from 'node:crypto';
import { hashed } from './client-address.ts';
import type { Services } from './services.ts';

/** GET /metrics: for who has the token; without one set there is no such page. */
export async function metricsRequest(headers: Headers, { config, metrics }: Services): Promise<Response> {
  const plain = { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' };
  if (config.metricsToken === undefined) return new Response('Not found\n', { status: 404, headers: plain });
  const given = /^Bearer (.+)$/.exec(headers.get('authorization') ?? '')?.[1] ?? '';
  // Hashes have one length, which the comparison needs, and tell nothing of the token by how long it takes.
  if (!timingSafeEqual(Buffer.from(hashed(given)), Buffer.from(hashed(config.metricsToken))))
    return new Response('Unauthorized\n', {
      status: 401,
      headers: { ...plain, 'WWW-Authenticate': 'Bearer realm="metrics"' },
    });
  return new Response(await metrics.registry.metrics(), {
    headers: { 'Content-Type': metrics.registry.contentType, 'Cache-Control': 'no-store' },
  });
}
