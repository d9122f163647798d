import { canonicalKey } from '#lib/plan/expression/canonical.ts';
import type { Call, Expression } from '#lib/plan/expression/expression.ts';
import { expressionText } from '#lib/plan/expression/text.ts';
import { nodesOf, within } from '../facts/plans.ts';
import type { Rule } from '../rule.ts';

const ANY_ROW = new Set(['first', 'last', 'first_value', 'last_value', 'any_value']);

export const unorderedFirst: Rule = {
  id: 'DET-01',
  name: 'unordered-first',
  title: 'first() or last() without an order',
  severity: 'medium',
  evidence: 'C',
  why: 'Which row is first depends on how the rows happened to arrive, and may be another one in the next run.',
  notWhen: 'All rows of a group have the same value there.',
  options: [
    {
      action: 'min_by(value, order) or max_by(value, order): they say which row is meant.',
      trade_off: 'Rows with the same order still leave it open.',
      avoid_when: 'Any row will do; then any_value() says so.',
    },
    {
      action: 'A window with orderBy().',
      trade_off: 'A sort in each group.',
      avoid_when: 'An aggregate is enough.',
    },
  ],
  *check(context) {
    for (const { analyzed } of context.actions) {
      for (const node of nodesOf(analyzed, true)) {
        const where = context.place(node.at);
        if (!where || (node.kind !== 'Aggregate' && node.kind !== 'Window')) continue;
        if (node.kind === 'Window' && node.orderBy.length > 0) continue;
        if (node.kind === 'Aggregate' && isPivot(context.operation(node.at)?.method, context, node.at))
          continue;
        const keys = new Set(
          (node.kind === 'Aggregate' ? node.grouping : node.partitionBy).map(canonicalKey),
        );
        const call = within(node, isAnyRow).find(
          ({ args: [value] }) => value && value.kind !== 'literal' && !keys.has(canonicalKey(value)),
        );
        if (!call || call.fn === 'any_value') continue;
        yield {
          where,
          message: `${call.written ?? call.fn}(${call.args[0] ? expressionText(call.args[0]) : ''}) takes some row of each ${node.kind === 'Window' ? 'window' : 'group'}: no order says which`,
          confidence: 'medium',
          whyConfidence:
            'an aggregate sees its rows in no set order, even after a sort; equal values would make no difference',
        };
      }
    }
  },
};

function isAnyRow(expression: Expression): expression is Call {
  return expression.kind === 'call' && ANY_ROW.has(expression.fn);
}

/** After pivot() a cell mostly holds one value, and first() is the usual way to take it. */
function isPivot(
  method: string | undefined,
  context: Parameters<Rule['check']>[0],
  at: number | undefined,
): boolean {
  const call = context.on('grouped', method ?? '').find((each) => each.at === at);
  return call?.on.pivot !== undefined;
}
