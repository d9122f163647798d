import type { Expression, PythonUdf } from '#lib/plan/expression/expression.ts';
import { collect } from '#lib/plan/expression/traverse.ts';
import { isSmall, nodesOf, within } from '../facts/plans.ts';
import type { Rule } from '../rule.ts';

export const mixedUdfKinds: Rule = {
  id: 'UDF-04',
  name: 'mixed-udf-kinds',
  title: 'a Python function of another kind inside a Python function',
  severity: 'medium',
  evidence: 'C',
  why: 'Functions of one kind run in one trip to Python; of two kinds, every row makes the trip twice, with two encodings.',
  notWhen: 'Few rows go through them.',
  options: [
    {
      action: 'Make both the same kind, or call one from the other in Python.',
      trade_off: 'One of them is written anew.',
      avoid_when: 'One of them belongs to a library.',
    },
  ],
  *check(context) {
    for (const { analyzed } of context.actions) {
      for (const node of nodesOf(analyzed, true)) {
        const where = context.place(node.at);
        if (!where || isSmall(node)) continue;
        for (const outer of within(node, isUdf)) {
          const inner = outer.args
            .flatMap((arg) => collect(arg, isUdf))
            .find((each) => kindOf(each) !== kindOf(outer));
          if (!inner) continue;
          yield {
            where,
            message: `${outer.name} takes rows as ${kindOf(outer)}, and ${inner.name} inside it as ${kindOf(inner)}: each row goes to Python twice`,
            confidence: 'high',
            whyConfidence: 'Spark puts only functions of one kind into one trip to Python',
          };
        }
      }
    }
  },
};

function isUdf(expression: Expression): expression is PythonUdf {
  return expression.kind === 'python-udf';
}

/** What decides whether two are run together (PythonUDF.evalType). */
function kindOf({ mode }: PythonUdf): string {
  switch (mode) {
    case 'batch':
      return 'pickled rows';
    case 'arrow':
      return 'Arrow rows';
    case 'pandas':
      return 'pandas columns';
    default:
      return mode;
  }
}
