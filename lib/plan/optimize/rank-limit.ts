import type { Expression } from '../expression/expression.ts';
import { conjuncts } from '../expression/make.ts';
import type { Filter, Window } from '../logical/logical-plan.ts';

const RANK_LIKE = new Set(['row_number', 'rank', 'dense_rank']);

/**
 * The rows of each group that a filter on a rank leaves over, if each window function only looks back from the row. Source:
 * InferWindowGroupLimit (spark.sql.optimizer.windowGroupLimitThreshold).
 */
export function rankLimit(
  filter: Filter,
  window: Window,
): { readonly limit: number; readonly fn: string } | undefined {
  if (window.orderBy.length === 0) return undefined;
  let least: { limit: number; fn: string } | undefined;
  for (const named of window.list) {
    if (named.kind !== 'alias' || named.child.kind !== 'window' || named.child.fn.kind !== 'call')
      return undefined;
    const fn = named.child.fn.fn;
    if (
      !RANK_LIKE.has(fn) &&
      !/^rows between unbounded preceding and current row$/i.test(named.child.frame ?? '')
    ) {
      return undefined;
    }
    if (!RANK_LIKE.has(fn)) continue;
    for (const condition of conjuncts(filter.condition)) {
      const limit = upperBound(condition, named.id);
      if (limit !== undefined && (least === undefined || limit < least.limit)) least = { limit, fn };
    }
  }
  return least;
}

/** n in `rank <= n`, `rank < n + 1`, `rank = n`, either way round (extractLimits). */
function upperBound(condition: Expression, rank: number): number | undefined {
  if (condition.kind !== 'call') return undefined;
  const [a, b] = condition.args;
  const isRank = (side: Expression | undefined) => side?.kind === 'attribute' && side.id === rank;
  const value = (side: Expression | undefined) =>
    side?.kind === 'literal' && typeof side.value === 'number' ? side.value : undefined;
  const [fn, limit] = isRank(a)
    ? [condition.fn, value(b)]
    : isRank(b)
      ? [{ '>': '<', '>=': '<=', '=': '=' }[condition.fn], value(a)]
      : [undefined, undefined];
  if (limit === undefined) return undefined;
  if (fn === '<=' || fn === '=') return limit;
  return fn === '<' ? limit - 1 : undefined;
}
