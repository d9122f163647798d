import { addressKey, clientAddress } from './client-address.ts';
import { problemResponse } from './problem-details.ts';
import { requestIdOf } from './server-log.ts';
import type { Services } from './services.ts';
import { signInHandler } from './sign-in.ts';

/** /api/auth/*: within the same limit of requests as the rest of the API; not there when sign-in is not set up. */
export async function authRequest(request: Request, context: unknown, services: Services): Promise<Response> {
  const { config, limits, log, metrics } = services;
  if (!config.signIn)
    return new Response('Not found\n', { status: 404, headers: { 'Content-Type': 'text/plain' } });
  const address = addressKey(clientAddress(request.headers, config.trustedProxies));
  const taken = await limits.take('requests', address);
  if (!taken.allowed) {
    metrics.limited.inc({ scope: 'requests' });
    return problemResponse('too-many-requests', requestIdOf(request.headers), taken);
  }
  return signInHandler(config.signIn, log, metrics)(request, context);
}
