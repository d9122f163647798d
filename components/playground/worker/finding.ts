import type { Found } from '#lib/analyzers/code/run-rules.ts';
import type { Finding } from './protocol.ts';

/** A finding as it crosses to the page: without the rule's code. */
export function toFinding({
  rule,
  where,
  fix,
  message,
  severity,
  confidence,
  whyConfidence,
}: Found): Finding {
  const { id, name, title, why, notWhen, options } = rule;
  const { file, from, to, line } = where;
  return {
    ...{ id, name, title, why, notWhen, options },
    ...{ message, severity, confidence, whyConfidence },
    ...{ file, from, to, line },
    ...(fix ? { fix } : {}),
  };
}
