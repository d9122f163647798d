import { answerKey } from '#lib/explain/answer-key.ts';
import type { Audience } from '#lib/explain/audience.ts';
import { type EvidencePack, MAX_REQUEST_BYTES } from '#lib/explain/evidence-pack.ts';
import { requestSchema } from '#lib/explain/pack-schema.ts';
import { answerResponse, keptAnswerResponse } from './answer-response.ts';
import { addressKey, clientAddress } from './client-address.ts';
import { type ProblemType, problemResponse } from './problem-details.ts';
import type { LimitScope } from './rate-limit.ts';
import { readBody } from './read-body.ts';
import { isSameOrigin } from './same-origin.ts';
import type { ExplainConfig } from './server-config.ts';
import { requestIdOf } from './server-log.ts';
import type { Services } from './services.ts';
import { signedInAs } from './sign-in.ts';

/** POST /api/explain: refusals first, cheapest first; then a remembered answer; then a model, within the quota. */
export async function answerRequest(request: Request, services: Services): Promise<Response> {
  const { config, limits, cache } = services;
  const started = performance.now();
  const requestId = requestIdOf(request.headers);
  const address = addressKey(clientAddress(request.headers, config.trustedProxies));
  const refuse = (type: ProblemType, more: Parameters<typeof problemResponse>[2] = {}) => {
    const response = problemResponse(type, requestId, more);
    services.metrics.requests.inc({ outcome: type });
    const ms = Math.round(performance.now() - started);
    services.log.info({ requestId, route: 'explain', status: response.status, outcome: type, ms });
    return response;
  };

  const asked = await limits.take('requests', address);
  if (!asked.allowed) {
    services.metrics.limited.inc({ scope: 'requests' });
    return refuse('too-many-requests', asked);
  }
  if (!isSameOrigin(request.headers, config)) return refuse('other-origin');
  const body = await readBody(request, MAX_REQUEST_BYTES);
  if (!body.ok) return refuse(body.problem);
  const parsed = requestSchema.safeParse(body.value);
  if (!parsed.success) return refuse('bad-request', { detail: whereWrong(parsed.error.issues) });
  if (!config.explain) return refuse('no-model');

  const { audience, pack, reload = false } = parsed.data;
  const asking = { requestId, started, bytes: body.bytes };
  const keys = await keysOf(config.explain, pack, audience);
  const kept = reload ? undefined : await cache.get(keys[0]!.key);
  if (kept) return keptAnswerResponse(kept, asking, services);

  const user = await signedInAs(request.headers, config.signIn);
  const scope: LimitScope = user ? 'signed-in' : 'anonymous';
  if (!user && config.limits.anonymousPerDay === 0) return refuse('sign-in-required');
  const quota = { scope, key: user?.key ?? address };
  const taken = await limits.take(scope, quota.key);
  if (!taken.allowed) {
    services.metrics.limited.inc({ scope });
    return refuse('quota-used-up', taken);
  }
  return answerResponse(
    { ...asking, pack, audience, keys, quota, signal: request.signal },
    config.explain,
    services,
  );
}

/** What an answer of each model is remembered by. */
function keysOf(
  { models }: ExplainConfig,
  pack: EvidencePack,
  audience: Audience,
): Promise<readonly { readonly model: string; readonly key: string }[]> {
  return Promise.all(
    models.map(async ({ provider, model }) => ({
      model,
      key: await answerKey(pack, audience, `${provider} ${model}`),
    })),
  );
}

/** The path of the first thing that is wrong, never its content. */
function whereWrong(issues: readonly { readonly path: readonly PropertyKey[] }[]): string {
  const path = (issues[0]?.path ?? []).map((part) =>
    typeof part === 'number' ? part : String(part).slice(0, 20),
  );
  return path.length === 0
    ? 'The body is not as expected.'
    : `Not as expected: ${path.join('.').slice(0, 100)}`;
}
