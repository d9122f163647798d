import { textOf } from '#lib/pyspark/api/read-value.ts';
import type { SparkCall } from '#lib/pyspark/spark-call.ts';
import type { Value } from '#lib/pyspark/values/value.ts';
import type { RuleContext } from '../context.ts';
import { nodesOf } from '../facts/plans.ts';
import type { Rule } from '../rule.ts';

/** Formats without versions: the files are gone before they are read. */
const FILES = new Set(['parquet', 'orc', 'json', 'csv', 'text', 'avro', 'xml']);

export const overwrittenSource: Rule = {
  id: 'SRC-07',
  name: 'overwritten-source',
  title: 'a write that replaces what it reads',
  severity: 'high',
  evidence: 'C',
  why: 'Spark deletes the files before it writes, and reads them while it writes: the write fails or the data is lost.',
  notWhen: 'The table format keeps versions, such as Delta or Iceberg.',
  options: [
    {
      action: 'Write to another place, and put it in the old one’s place afterwards.',
      trade_off: 'Room for both, and a moment in which they change places.',
      avoid_when: 'Others write there at the same time.',
    },
    {
      action: 'A table format with versions.',
      trade_off: 'All readers have to know it.',
      avoid_when: 'Readers only take plain files.',
    },
  ],
  *check(context) {
    for (const { analyzed, step } of context.actions) {
      const where = context.place(step.at);
      if (analyzed.kind !== 'Write' || !where || !FILES.has(analyzed.format) || analyzed.target === undefined)
        continue;
      const call = context.on('writer').find((each) => each.at === step.at);
      const { target } = analyzed;
      const reads = nodesOf(analyzed.child, true).some(
        (node) => node.kind === 'Relation' && node.source.split(',').includes(target),
      );
      if (!call || !reads || !isOverwrite(context, call)) continue;
      yield {
        where,
        message: `this overwrites ${target}, which the same query reads`,
        confidence: 'high',
        whyConfidence:
          'source and target are the same path, the mode is overwrite, and the format keeps no versions',
      };
    }
  },
};

function isOverwrite(context: RuleContext, call: SparkCall): boolean {
  const given =
    call.args.keywords.get('mode') ?? (call.method === 'save' ? undefined : call.args.positional[1]);
  if (textOf(given) !== undefined) return textOf(given)?.toLowerCase() === 'overwrite';
  const modes = context.on('writer', 'mode').filter((each) => chainHolds(context, call, each.on));
  return (
    textOf(modes.at(-1)?.args.positional[0] ?? modes.at(-1)?.args.keywords.get('saveMode'))?.toLowerCase() ===
    'overwrite'
  );
}

/** Whether the call's writer was made from that one, option by option. */
function chainHolds(context: RuleContext, call: SparkCall, writer: Value): boolean {
  let at: Value | undefined = call.on;
  for (let steps = 0; at !== undefined && steps < 100; steps++) {
    if (at === writer) return true;
    const current: Value = at;
    at = context.on('writer').find((each) => each.gives === current && each.on !== current)?.on;
  }
  return false;
}
