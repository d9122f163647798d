import { dottedName } from '#lib/pyspark/syntax/walk.ts';
import { bodyNodes, madeUdfs } from '../facts/udfs.ts';
import type { Rule } from '../rule.ts';

/** Calls that give something else each time, by their usual names; `random` and the like must be modules here. */
const CHANGES =
  /^(random\.(random|randint|choice|uniform|gauss|shuffle|sample|randrange)|uuid\.uuid[14]|uuid[14]|time\.time|datetime\.(datetime\.)?(now|utcnow)|np\.random\.\w+|numpy\.random\.\w+|secrets\.\w+)$/;

export const nondeterministicUdf: Rule = {
  id: 'UDF-10',
  name: 'nondeterministic-udf',
  title: 'a Python function that gives something else each time, not marked so',
  severity: 'medium',
  evidence: 'C',
  why: 'Spark takes functions to be repeatable: it may call this one twice for a row or move it, and the two results differ.',
  notWhen: 'A seed makes the result depend on the arguments alone.',
  options: [
    {
      action: 'Mark it: f = f.asNondeterministic().',
      trade_off: 'Spark moves it around less, and filters are not pushed past it.',
      avoid_when: 'It is made repeatable instead.',
    },
    {
      action: 'rand(), uuid() or current_timestamp() of Spark.',
      trade_off: 'Other numbers than the Python ones.',
      avoid_when: 'The Python distribution is needed.',
    },
  ],
  *check(context) {
    const marked = new Set(context.on('udf', 'asNondeterministic').map(({ on }) => on.fn));
    for (const { where, fn } of madeUdfs(context)) {
      if (marked.has(fn)) continue;
      const calls = [...bodyNodes(fn.def)].flatMap((node) =>
        node.kind === 'call' ? [dottedName(node.callee) ?? ''] : [],
      );
      const name = calls.find((each) => CHANGES.test(each));
      const seeded = calls.some((each) => /(^|\.)seed$|Random$/.test(each));
      if (name === undefined || seeded) continue;
      yield {
        where,
        message: `the function calls ${name}(), and Spark is not told that it gives something else each time`,
        confidence: 'high',
        whyConfidence: 'the call stands in the function, and asNondeterministic() is never called on it',
      };
    }
  },
};
