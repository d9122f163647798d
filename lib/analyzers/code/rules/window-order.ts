import { canonicalKey } from '#lib/plan/expression/canonical.ts';
import { listText } from '#lib/plan/physical/because.ts';
import type { ShuffleExchange } from '#lib/plan/physical/physical-plan.ts';
import { below } from '../facts/plans.ts';
import { requiredShuffles } from '../facts/shuffles.ts';
import type { Rule } from '../rule.ts';

export const windowOrder: Rule = {
  id: 'SHF-17',
  name: 'window-order',
  title: 'windows in an order that costs a shuffle',
  severity: 'medium',
  evidence: 'C',
  why: 'Rows that lie by (a) also lie right for a window by (a, b), but not the other way round.',
  notWhen: 'The window with fewer keys uses the result of the other one.',
  options: [
    {
      action: 'Compute the window with fewer keys first.',
      trade_off: 'Its partitions are larger, and so are those of the second window.',
      avoid_when: 'The few keys are skewed.',
    },
  ],
  *check(context) {
    for (const { exchange, reader } of requiredShuffles(context)) {
      const upper = windowKeys(exchange);
      if (!upper || !isWindowRead(reader)) continue;
      const lower = below(exchange.child, (plan) =>
        ['Project', 'Filter', 'Sort', 'Window'].includes(plan.kind),
      );
      const lowerKeys =
        lower.kind === 'ShuffleExchange' && lower.origin === 'ENSURE_REQUIREMENTS'
          ? windowKeys(lower)
          : undefined;
      const where = context.place(reader?.at);
      if (!lowerKeys || !where || lower.kind !== 'ShuffleExchange') continue;
      if (upper.size >= lowerKeys.size || ![...upper].every((key) => lowerKeys.has(key))) continue;
      yield {
        where,
        message: `this window by ${keysText(exchange)} comes after one by ${keysText(lower)} and shuffles again; the other way round one shuffle would serve both`,
        confidence: 'high',
        whyConfidence:
          'both shuffles are in the plan; a column that the second window takes from the first would forbid the change',
      };
    }
  },
};

function isWindowRead(
  reader: { readonly kind: string; readonly child?: { readonly kind: string } } | undefined,
): boolean {
  return reader?.kind === 'Window' || reader?.kind === 'Sort';
}

function windowKeys(exchange: ShuffleExchange): ReadonlySet<string> | undefined {
  return exchange.partitioning.kind === 'hash'
    ? new Set(exchange.partitioning.keys.map(canonicalKey))
    : undefined;
}

function keysText(exchange: ShuffleExchange): string {
  return exchange.partitioning.kind === 'hash' ? `(${listText(exchange.partitioning.keys)})` : '';
}
