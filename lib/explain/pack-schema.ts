import * as z from 'zod';
import { PROBLEMS, SEVERITIES } from '#lib/model/insight.ts';
import { SPARK_VERSIONS } from '#lib/plan/settings.ts';
import { AUDIENCES } from './audience.ts';
import { type EvidencePack, MAX_FACTS, MAX_TERMS, PACK_VERSION } from './evidence-pack.ts';
import { LABELS } from './labels.ts';
import { CONCEPTS, EXCHANGE_KINDS, OPERATORS, RULE_ID, SETTINGS } from './terms.ts';

/**
 * The only shape of a request that the server takes. Every string is of a closed list or a short id, and nothing else may be
 * there, so no text of a user or an attacker reaches a prompt, a log or another reader's remembered answer.
 */
const spark = z.enum(SPARK_VERSIONS);
const subject = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('insight'),
    problem: z.enum(PROBLEMS),
    severity: z.enum(SEVERITIES),
    confidence: z.enum(['high', 'medium', 'low']),
  }),
  z.strictObject({ kind: z.literal('plan'), spark }),
  z.strictObject({ kind: z.literal('diff'), spark }),
  z.strictObject({ kind: z.literal('step'), concept: z.enum(CONCEPTS) }),
]);

const side = z.enum(['before', 'after']).exactOptional();
const fact = z.strictObject({
  id: z.string().regex(/^e[1-9]\d?$/),
  label: z.enum(LABELS),
  value: z.number(),
  unit: z.enum(['ms', 'bytes', 'records', 'tasks', 'files', 'count', 'ratio', 'share']),
  role: z.enum(['compared', 'derived']).exactOptional(),
  side,
});

const id = z.string().regex(/^t[1-9]\d?$/);
const term = z.discriminatedUnion('kind', [
  z.strictObject({ id, kind: z.literal('operator'), name: z.enum(OPERATORS), side }),
  z.strictObject({ id, kind: z.literal('setting'), name: z.enum(SETTINGS), side }),
  z.strictObject({ id, kind: z.literal('exchange'), name: z.enum(EXCHANGE_KINDS), side }),
  z.strictObject({ id, kind: z.literal('rule'), name: z.string().regex(RULE_ID), side }),
]);

const unique = (items: readonly { readonly id: string }[]) =>
  new Set(items.map((item) => item.id)).size === items.length;

export const packSchema: z.ZodType<EvidencePack> = z.strictObject({
  version: z.literal(PACK_VERSION),
  origin: z.enum(['measured', 'predicted', 'simulated']),
  subject,
  facts: z.array(fact).min(1).max(MAX_FACTS).refine(unique, 'ids of facts repeat'),
  terms: z.array(term).max(MAX_TERMS).refine(unique, 'ids of terms repeat'),
});

export const requestSchema = z.strictObject({
  audience: z.enum(AUDIENCES),
  reload: z.boolean().optional(),
  pack: packSchema,
});
