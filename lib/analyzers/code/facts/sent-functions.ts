import type { SourceRange } from '#lib/pyspark/program.ts';
import type { SparkCall } from '#lib/pyspark/spark-call.ts';
import type { FunctionValue } from '#lib/pyspark/values/value.ts';
import type { RuleContext } from '../context.ts';

/** A Python function that goes to the executors, and the call that sends it. */
export interface SentFunction {
  readonly where: SourceRange;
  readonly fn: FunctionValue;
  readonly method: string;
}

/** Functions that methods of DataFrames or RDDs are given. */
export function functionsGivenTo(
  context: RuleContext,
  kind: 'frame' | 'rdd',
  ...methods: readonly string[]
): readonly SentFunction[] {
  return context.on(kind, ...methods).flatMap((call) => sentBy(call));
}

function sentBy(call: SparkCall): readonly SentFunction[] {
  const [fn] = call.args.positional;
  return fn?.kind === 'function' ? [{ where: call.name, fn, method: call.method }] : [];
}
