import type { PythonUdf } from '#lib/plan/expression/expression.ts';
import { collect } from '#lib/plan/expression/traverse.ts';
import { isSmall, nodesOf } from '../facts/plans.ts';
import type { Rule } from '../rule.ts';

export const udfInFilter: Rule = {
  id: 'UDF-03',
  name: 'udf-in-filter',
  title: 'a Python function in a filter',
  severity: 'high',
  evidence: 'C',
  why: 'The source cannot filter by it: every row is read, sent to Python and back, only to be dropped.',
  notWhen: 'No built-in function says the same, and a filter before it leaves few rows.',
  options: [
    {
      action: 'Built-in functions: the filter then reaches the source.',
      trade_off: 'The code is written anew, and nulls need the same care.',
      avoid_when: 'There is no built-in that does the same.',
    },
    {
      action: 'Filter by what built-ins can say first, in a filter() of its own or in the same one.',
      trade_off: 'A condition more.',
      avoid_when: 'It would leave nearly all rows.',
    },
  ],
  *check(context) {
    for (const { analyzed } of context.actions) {
      for (const node of nodesOf(analyzed, true)) {
        if (node.kind !== 'Filter' || isSmall(node.child)) continue;
        const [udf] = collect(node.condition, (each): each is PythonUdf => each.kind === 'python-udf');
        const where = context.place(node.at);
        if (!udf || !where) continue;
        yield {
          where,
          message: `the filter calls the Python function ${udf.name}: each row goes to Python before it can be dropped`,
          confidence: 'high',
          whyConfidence: 'the function stands in the condition of the plan',
        };
      }
    }
  },
};
