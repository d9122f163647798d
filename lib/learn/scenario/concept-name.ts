import type { Concept } from '#lib/explain/terms.ts';

/** Names that are more than the first letter large. */
const SPELLED: Partial<Record<Concept, string>> = { udf: 'Python function (UDF)' };

/** `adaptive-execution` -> "Adaptive execution". */
export function conceptName(concept: Concept): string {
  return SPELLED[concept] ?? (concept[0]!.toUpperCase() + concept.slice(1)).replaceAll('-', ' ');
}
