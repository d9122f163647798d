import type { SourceRange } from '#lib/pyspark/program.ts';
import type { FunctionValue } from '#lib/pyspark/values/value.ts';
import type { RuleContext } from '../context.ts';
import { functionsGivenTo } from '../facts/sent-functions.ts';
import { bodyNodes, madeUdfs, outerValue } from '../facts/udfs.ts';
import type { Rule } from '../rule.ts';

const SPARK: Readonly<Record<string, string>> = {
  frame: 'a DataFrame',
  session: 'the SparkSession',
  context: 'the SparkContext',
  rdd: 'an RDD',
};
const TAKES_FUNCTION = [
  'map',
  'flatMap',
  'filter',
  'mapPartitions',
  'foreach',
  'foreachPartition',
  'mapValues',
  'reduceByKey',
] as const;

export const udfWithSparkInside: Rule = {
  id: 'UDF-07',
  name: 'udf-with-spark-inside',
  title: 'Spark used inside a function that runs on executors',
  severity: 'high',
  evidence: 'C',
  why: 'DataFrames and the session live on the driver only: the function cannot be sent to the executors, and the run fails.',
  notWhen: 'Never; plain values and broadcast variables are fine.',
  options: [
    {
      action: 'Join with the other DataFrame in place of looking it up in a function.',
      trade_off: 'A join, often a broadcast one.',
      avoid_when: 'The table is tiny; then collect it into a dict first.',
    },
    {
      action: 'sc.broadcast() of a plain dict or list.',
      trade_off: 'It has to fit into the memory of each executor.',
      avoid_when: 'It is large.',
    },
  ],
  *check(context) {
    for (const { where, fn } of sentFunctions(context)) {
      for (const node of bodyNodes(fn.def)) {
        if (node.kind !== 'name') continue;
        const value = outerValue(fn, node.name);
        const what = value && Object.hasOwn(SPARK, value.kind) ? SPARK[value.kind] : undefined;
        if (what === undefined) continue;
        yield {
          where,
          message: `the function uses ${node.name}, ${what}, which cannot leave the driver`,
          confidence: 'high',
          whyConfidence: 'the name is known to be that where the function is made',
        };
        break;
      }
    }
  },
};

function sentFunctions(
  context: RuleContext,
): readonly { readonly where: SourceRange; readonly fn: FunctionValue }[] {
  return [
    ...madeUdfs(context),
    ...functionsGivenTo(context, 'rdd', ...TAKES_FUNCTION),
    ...functionsGivenTo(context, 'frame', 'foreach', 'foreachPartition', 'mapInPandas'),
  ];
}
