import type { SparkCall } from '#lib/pyspark/spark-call.ts';
import type { RuleContext } from '../context.ts';
import { isSmall } from '../facts/plans.ts';
import type { Rule } from '../rule.ts';

const LOG_METHODS = /^(debug|info|warning|warn|error|log)$/;

export const countToPrint: Rule = {
  id: 'DRV-12',
  name: 'count-to-print',
  title: 'a count only for a line of output',
  severity: 'low',
  evidence: 'C',
  why: 'A whole query runs for one number in a log.',
  notWhen: 'The number is what the program is for, or the frame is cached and this fills the cache.',
  options: [
    {
      action: 'observe(): the number is taken while the rows pass by in the action that is needed anyway.',
      trade_off: 'The number is there after that action, not before it.',
      avoid_when: 'The number decides what happens next.',
    },
    {
      action: 'Leave it out, or behind a flag for debugging.',
      trade_off: 'The log says less.',
      avoid_when: 'Somebody watches that line.',
    },
  ],
  *check(context) {
    for (const call of context.on('frame', 'count')) {
      const { frames } = context;
      const step = context.actions.find((action) => action.step.at === call.at);
      if (!step || isSmall(step.analyzed) || !isPrinted(context, call)) continue;
      if (
        context
          .on('frame', 'cache', 'persist')
          .some((each) => frames.ancestors(call.on.frame).has(each.on.frame))
      )
        continue;
      const other = context.actions.find(
        (action) =>
          action.step.method !== 'count' &&
          action.step.on.kind !== 'rdd' &&
          frames.ancestors(action.step.on.frame).has(call.on.frame),
      );
      if (!other) continue;
      yield {
        where: call.name,
        message: `count() runs a query for a line of output, and ${context.lineText(other.step.at)} the same rows are computed again`,
        confidence: 'high',
        whyConfidence: 'the number is only printed, and another action computes the same frame',
      };
    }
  },
};

/** An argument of print or of a logger's method, maybe in an f-string. */
function isPrinted(context: RuleContext, call: SparkCall): boolean {
  const outer = context.syntaxOf(call)?.around.findLast((node) => node.kind === 'call');
  if (outer?.kind !== 'call') return false;
  const { callee } = outer;
  if (callee.kind === 'name') return callee.name === 'print';
  return (
    callee.kind === 'attribute' &&
    LOG_METHODS.test(callee.name) &&
    /log/i.test(context.text({ ...call.name, from: callee.object.from, to: callee.object.to }))
  );
}
