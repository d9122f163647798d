import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { maxRows } from '#lib/plan/optimize/max-rows.ts';
import type { SyntaxNode } from '#lib/pyspark/syntax/walk.ts';
import { actionOf } from '../facts/collected.ts';
import { boundedBy, nodesOf } from '../facts/plans.ts';
import type { Rule, RuleFinding } from '../rule.ts';

export const collectForFewRows: Rule = {
  id: 'DRV-11',
  name: 'collect-for-few-rows',
  title: 'collect() of which only the first rows are used',
  severity: 'high',
  evidence: 'C',
  why: 'All rows are computed and brought to the driver, and sorted as a whole if they are sorted, for the first of them.',
  notWhen: 'The result is known to have few rows.',
  options: [
    {
      action:
        'take(n): Spark stops as soon as it has n rows; after orderBy() it keeps only n of each partition.',
      trade_off: 'None for the result: the rows are the same.',
      avoid_when: 'All rows are used as well.',
    },
  ],
  *check(context) {
    for (const call of context.on('frame', 'collect')) {
      const syntax = context.syntaxOf(call);
      const wanted = syntax && firstRows(syntax.around.at(-1), syntax.call);
      const action = actionOf(context, call);
      if (!wanted || !action || (maxRows(action.analyzed) ?? Number.POSITIVE_INFINITY) <= wanted.rows)
        continue;
      if (!readsSources(action.analyzed)) continue;
      const bounded = boundedBy(action.analyzed);
      if (bounded !== undefined && bounded !== 'an aggregate' && bounded !== 'distinct values') continue;
      const finding: RuleFinding = {
        where: call.name,
        message: `all rows come to the driver, and only the first${wanted.rows === 1 ? '' : ` ${wanted.rows}`} of them ${wanted.rows === 1 ? 'is' : 'are'} used`,
        confidence: 'high',
        whyConfidence: 'the rows are taken from the result at once, and it is kept nowhere',
        ...(bounded === undefined ? {} : { severity: 'low' as const }),
      };
      if (call.args.positional.length > 0 || call.args.keywords.size > 0) continue;
      const edit = { from: call.name.from, to: wanted.keepFrom, text: `take(${wanted.rows})` };
      yield { ...finding, fix: { title: `Ask for ${wanted.rows} rows`, edits: [edit] } };
    }
  },
};

/** `rows[0]` and `rows[:n]` right behind the call: how many are used, and from where on the text stays. */
function firstRows(
  around: SyntaxNode | undefined,
  call: SyntaxNode,
): { readonly rows: number; readonly keepFrom: number } | undefined {
  if (around?.kind !== 'subscript' || around.object !== call) return undefined;
  const { index } = around;
  if (index.kind === 'integer') return { rows: Number(index.text) + 1, keepFrom: call.to };
  if (index.kind !== 'slice' || index.start || index.step || index.stop?.kind !== 'integer') return undefined;
  return { rows: Number(index.stop.text), keepFrom: around.to };
}

/** Rows that the program made itself, or that come from what nobody knows: nothing tells that they are many. */
function readsSources(plan: LogicalPlan): boolean {
  const nodes = nodesOf(plan, true);
  return nodes.some(({ kind }) => kind === 'Relation') && !nodes.some(({ kind }) => kind === 'Opaque');
}
