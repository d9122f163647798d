import type { Call, Expression, NamedExpression } from '#lib/plan/expression/expression.ts';
import { collect } from '#lib/plan/expression/traverse.ts';
import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import type { RuleContext } from '../context.ts';
import { nodesOf } from '../facts/plans.ts';
import type { Rule } from '../rule.ts';

/** Rows come out of them in the order in which the network brings them. */
const SHUFFLES: ReadonlySet<LogicalPlan['kind']> = new Set([
  'Aggregate',
  'Join',
  'Distinct',
  'Deduplicate',
  'Repartition',
  'RepartitionByExpression',
  'Window',
  'Intersect',
  'Except',
]);
/** They count rows or draw numbers in the order of the rows. */
const BY_ORDER = new Set(['rand', 'random', 'randn', 'uuid', 'monotonically_increasing_id', 'shuffle']);

export const recomputedRandom: Rule = {
  id: 'COL-06',
  name: 'recomputed-random',
  title: 'random or generated values that several actions compute anew',
  severity: 'high',
  evidence: 'C',
  why: 'Each action computes the column again; after a shuffle the rows come in another order, so that each gets other values.',
  notWhen: 'The actions do not have to agree on the values.',
  options: [
    {
      action: 'Write the rows once with the column, and read them from there.',
      trade_off: 'A copy of the data.',
      avoid_when: 'One action is enough.',
    },
    {
      action: 'checkpoint(), which keeps the rows in files.',
      trade_off: 'Needs a folder for checkpoints; cache() alone computes again what the memory has lost.',
      avoid_when: 'There is no place for it.',
    },
    {
      action: 'Values that depend on the row alone, such as xxhash64() of its key.',
      trade_off: 'Not random.',
      avoid_when: 'They have to be.',
    },
  ],
  *check(context) {
    for (const [at, { fn, lines }] of drawnColumns(context)) {
      const where = context.place(at);
      if (!where || lines.size < 2) continue;
      yield {
        where,
        message: `${fn} is computed anew by each of ${lines.size} actions (lines ${[...lines].join(', ')}), on rows whose order may differ`,
        confidence: 'medium',
        whyConfidence:
          'the column is used in these plans, over a shuffle and not cached; whether the actions have to agree is not known',
      };
    }
  },
};

interface Drawn {
  readonly fn: string;
  readonly lines: Set<number>;
}

/** Columns of such values over a shuffle, by the operation that makes them, with the lines of the actions that use them. */
function drawnColumns(context: RuleContext): ReadonlyMap<number, Drawn> {
  const found = new Map<number, Drawn>();
  for (const { analyzed, optimized, step } of context.actions) {
    const line = context.place(step.at)?.line;
    for (const node of nodesOf(optimized)) {
      if (node.kind !== 'Project' || line === undefined) continue;
      const column = node.list.find((each) => drawnBy(each) !== undefined);
      const at = column && madeAt(column.id, analyzed);
      if (at === undefined || !nodesOf(node.child).some(({ kind }) => SHUFFLES.has(kind))) continue;
      const drawn = found.get(at) ?? { fn: drawnBy(column!)!, lines: new Set() };
      drawn.lines.add(line);
      found.set(at, drawn);
    }
  }
  return found;
}

function drawnBy(column: NamedExpression): string | undefined {
  if (column.kind !== 'alias') return undefined;
  const [call] = collect(column, isDrawn);
  return call && `${call.fn}()`;
}

function isDrawn(expression: Expression): expression is Call {
  return expression.kind === 'call' && BY_ORDER.has(expression.fn);
}

/** The optimizer may have put several projections into one: the program’s own tells which operation it was. */
function madeAt(id: number, analyzed: LogicalPlan): number | undefined {
  return nodesOf(analyzed).find(
    (node) => node.kind === 'Project' && node.list.some((each) => each.kind === 'alias' && each.id === id),
  )?.at;
}
