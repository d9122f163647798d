import type { SparkCall } from '#lib/pyspark/spark-call.ts';
import type { Expr } from '#lib/pyspark/syntax/ast.ts';
import type { RuleContext } from '../context.ts';
import type { Fix, Rule } from '../rule.ts';

/** Python's functions that can be applied pair by pair, as reduceByKey() does. */
const REDUCES: Readonly<Record<string, string>> = {
  sum: 'lambda a, b: a + b',
  max: 'max',
  min: 'min',
};

export const groupByKeyThenReduce: Rule = {
  id: 'RDD-02',
  name: 'group-by-key-then-reduce',
  title: 'groupByKey() only to reduce each group',
  severity: 'high',
  evidence: 'C',
  why: 'All values are shuffled and each group is held as one list, where sums for each partition would do.',
  notWhen: 'The function needs all values of a key at once.',
  options: [
    {
      action: 'reduceByKey(), or aggregateByKey() where the result is of another type.',
      trade_off: 'Floating-point sums may differ in the last digits, as the order differs.',
      avoid_when: 'The function is not associative.',
    },
  ],
  *check(context) {
    for (const call of context.on('rdd', 'mapValues')) {
      const { rdd } = call.on;
      if (rdd.kind !== 'shuffle' || rdd.method !== 'groupByKey') continue;
      const argument = context.syntaxOf(call)?.call.args[0]?.value;
      const name = argument && reducer(argument);
      if (name === undefined) continue;
      const fix = fixOf(context, call, argument!, name);
      yield {
        where: call.name,
        message: `groupByKey() ${context.lineText(rdd.at)} sends every value, and ${name}() makes one of each group`,
        confidence: 'high',
        whyConfidence: 'the groups go nowhere but into this function',
        ...(fix ? { fix } : {}),
      };
    }
  },
};

/** `sum`, or `lambda vs: sum(vs)`; `len` counts and needs other pairs first, so it has no fix. */
function reducer(argument: Expr): string | undefined {
  if (argument.kind === 'name')
    return ['sum', 'max', 'min', 'len'].includes(argument.name) ? argument.name : undefined;
  if (argument.kind !== 'lambda' || argument.params.length !== 1 || argument.body.kind !== 'call')
    return undefined;
  const { callee, args } = argument.body;
  const [only, ...others] = args;
  const passes =
    only?.kind === 'plain' && only.value.kind === 'name' && only.value.name === argument.params[0]!.name;
  return callee.kind === 'name' && passes && others.length === 0 ? reducer(callee) : undefined;
}

function fixOf(context: RuleContext, call: SparkCall, argument: Expr, name: string): Fix | undefined {
  const syntax = context.syntaxOf(call)?.call;
  const object = syntax?.callee.kind === 'attribute' ? syntax.callee.object : undefined;
  if (!Object.hasOwn(REDUCES, name) || object?.kind !== 'call' || object.callee.kind !== 'attribute')
    return undefined;
  if (object.callee.name !== 'groupByKey' || object.args.length > 0) return undefined;
  const { from } = object.callee.nameSpan;
  if (context.text({ file: call.name.file, from, to: argument.from }).includes('#')) return undefined;
  return {
    title: 'Reduce by key',
    edits: [{ from, to: call.range.to, text: `reduceByKey(${REDUCES[name]})` }],
  };
}
