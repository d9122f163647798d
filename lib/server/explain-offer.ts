import type { ExplainOffer } from '#lib/explain/explain-offer.ts';
import { PROMPT_VERSION } from '#lib/explain/prompt.ts';
import { providerName } from './model-provider.ts';
import type { ServerConfig } from './server-config.ts';
import { signedInAs } from './sign-in.ts';

/** GET /api/explain: what a page must know to say what it would send, where to, and on what terms. */
export async function explainOffer(headers: Headers, config: ServerConfig): Promise<ExplainOffer> {
  const user = await signedInAs(headers, config.signIn);
  const model = config.explain?.models[0];
  return {
    model: model?.model,
    provider: model && [...new Set(config.explain?.models.map(providerName))].join(' or '),
    promptVersion: PROMPT_VERSION,
    signIn: config.signIn !== undefined,
    user: user?.name,
    perDay: user ? config.limits.signedInPerDay : config.limits.anonymousPerDay,
  };
}
