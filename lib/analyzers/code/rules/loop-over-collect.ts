import type { SparkCall } from '#lib/pyspark/spark-call.ts';
import { rootName, type SyntaxPath, walkSyntax } from '#lib/pyspark/syntax/walk.ts';
import type { RuleContext } from '../context.ts';
import { unboundedResult } from '../facts/results.ts';
import type { Rule } from '../rule.ts';

export const loopOverCollect: Rule = {
  id: 'DRV-04',
  name: 'loop-over-collect',
  title: 'a Python loop over collected rows',
  severity: 'high',
  evidence: 'C',
  why: 'All rows go to the driver, and one core works on them while the executors wait.',
  notWhen: 'The rows are few, such as a list of tables or days.',
  options: [
    {
      action: 'Say the work as column expressions, so that the executors do it.',
      trade_off: 'The code is written anew.',
      avoid_when: 'The work is to call something that only the driver may reach.',
    },
    {
      action: 'foreachPartition, which runs the Python code on the executors.',
      trade_off: 'What it uses has to be there too, and it may run twice for a retried task.',
      avoid_when: 'The order of the rows matters.',
    },
  ],
  *check(context) {
    for (const action of context.actions) {
      if (action.step.method !== 'collect') continue;
      const call = context.calls.find((each) => each.at === action.step.at && each.kind === 'method');
      if (!call || !isLoopedOver(context, call) || !unboundedResult(action)) continue;
      yield {
        where: call.name,
        message: 'a for loop goes through the rows of collect() on the driver, one after the other',
        confidence: 'medium',
        whyConfidence: 'the loop and the call are certain; how many rows there are is not',
      };
    }
  },
};

/** `for row in df.collect()`, or `rows = df.collect()` and a loop over `rows` in the same body. */
function isLoopedOver(context: RuleContext, call: SparkCall): boolean {
  const syntax = context.syntaxOf(call);
  if (!syntax) return false;
  const parent = syntax.around.at(-1);
  if (parent?.kind === 'for') return parent.iterable === syntax.call;
  if (parent?.kind !== 'assign' || parent.targets[0]?.kind !== 'name') return false;
  const { name } = parent.targets[0];
  return [...walkSyntax(bodyOf(context, call, syntax.around))].some(
    (node) =>
      node.kind === 'for' &&
      node.iterable.kind === 'name' &&
      node.iterable.name === name &&
      rootName(node.iterable) === name &&
      node.from > parent.from,
  );
}

function bodyOf(context: RuleContext, call: SparkCall, around: SyntaxPath): object {
  return around.findLast((node) => node.kind === 'function') ?? context.module(call.name.file) ?? {};
}
