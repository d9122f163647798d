import type { Call, Expression } from '#lib/plan/expression/expression.ts';
import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { childrenOf } from '#lib/plan/logical/traverse.ts';
import { nodesOf, through, within } from '../facts/plans.ts';
import type { Rule } from '../rule.ts';

/** Nodes after which no order is left. */
const MIXES: ReadonlySet<LogicalPlan['kind']> = new Set([
  'Aggregate',
  'Join',
  'Repartition',
  'RepartitionByExpression',
  'Distinct',
  'Deduplicate',
  'Union',
  'Intersect',
  'Except',
]);
/** Aggregates that people sort for, see unordered-first. */
const TAKES_ORDER = new Set([
  'first',
  'last',
  'collect_list',
  'first_value',
  'last_value',
  'any_value',
  'listagg',
  'string_agg',
]);
const WORDS: Partial<Record<LogicalPlan['kind'], string>> = {
  Aggregate: 'group-by',
  Join: 'join',
  Repartition: 'repartition',
  RepartitionByExpression: 'repartition',
  Distinct: 'distinct',
  Deduplicate: 'dropDuplicates',
  Union: 'union',
};

export const lostOrder: Rule = {
  id: 'SHF-10',
  name: 'lost-order',
  title: 'a sort whose order the next step loses',
  severity: 'medium',
  evidence: 'C',
  why: 'A global sort samples the data and shuffles it by ranges, and then the rows are mixed again.',
  notWhen: 'The order is only there to look at the rows while developing.',
  options: [
    {
      action: 'Leave the sort out, or put it last.',
      trade_off: 'None: nobody sees this order.',
      avoid_when: 'The rows are looked at here as well.',
    },
    {
      action: 'sortWithinPartitions() where order in each partition is what is meant.',
      trade_off: 'No order from one partition to the next.',
      avoid_when: 'A total order is needed.',
    },
  ],
  *check(context) {
    for (const { analyzed, optimized } of context.actions) {
      const kept = new Set(
        nodesOf(optimized, true).flatMap((node) => (node.kind === 'Sort' && node.global ? [node.at] : [])),
      );
      for (const node of nodesOf(analyzed)) {
        if (!MIXES.has(node.kind) || takesOrder(node)) continue;
        // coalesce() puts whole partitions together: sorted parts stay sorted.
        if (node.kind === 'Repartition' && !node.shuffle) continue;
        for (const child of childrenOf(node)) {
          const sort = through(child);
          const where = context.place(sort.at);
          if (sort.kind !== 'Sort' || !sort.global || !where || !kept.has(sort.at)) continue;
          yield {
            where,
            message: `the ${WORDS[node.kind] ?? node.kind} ${context.lineText(node.at)} does not keep this order, and Spark does not drop the sort`,
            confidence: 'high',
            whyConfidence: 'the sort is still in the optimized plan, under a step that mixes the rows',
          };
        }
      }
    }
  },
};

function takesOrder(node: LogicalPlan): boolean {
  if (node.kind === 'Deduplicate') return true;
  return node.kind === 'Aggregate' && within(node, isCall).some((call) => TAKES_ORDER.has(call.fn));
}

function isCall(expression: Expression): expression is Call {
  return expression.kind === 'call';
}
