import type { Audience } from './audience.ts';
import type { EvidencePack } from './evidence-pack.ts';
import { PROMPT_VERSION } from './prompt.ts';

/** The name under which an answer is remembered: equal for equal packs, audiences, models and prompts, whatever the order of fields. */
export async function answerKey(pack: EvidencePack, audience: Audience, model: string): Promise<string> {
  const text = canonical([PROMPT_VERSION, model, audience, pack]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`;
}
