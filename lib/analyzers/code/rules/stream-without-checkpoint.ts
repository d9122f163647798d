import { textOf } from '#lib/pyspark/api/read-value.ts';
import type { Rule } from '../rule.ts';

/** Sinks to look at rows while developing: nothing of them is kept. */
const FOR_TRYING = new Set(['console', 'memory', 'noop']);
const KEY = 'spark.sql.streaming.checkpointLocation';

export const streamWithoutCheckpoint: Rule = {
  id: 'STR-02',
  name: 'stream-without-checkpoint',
  title: 'a streaming query without a checkpoint location',
  severity: 'high',
  evidence: 'C',
  why: 'After a restart Spark does not know how far it had come: it starts anew or refuses to start, and state is lost.',
  notWhen: 'It is a trial whose output nobody keeps.',
  options: [
    {
      action: '.option("checkpointLocation", path), a path of its own for each query.',
      trade_off: 'A place that lasts, and old checkpoints do not fit every change of the query.',
      avoid_when: 'The output is thrown away.',
    },
  ],
  *check(context) {
    for (const call of context.on('writer', 'start', 'toTable', 'save', 'parquet')) {
      const { on } = call;
      if (!on.streaming || call.args.open) continue;
      const format = textOf(call.args.keywords.get('format')) ?? on.format ?? '';
      const names = [...on.options.keys(), ...call.args.keywords.keys()].map((name) => name.toLowerCase());
      const set = names.includes('checkpointlocation') || context.settings.conf[KEY] !== undefined;
      if (set || FOR_TRYING.has(format.toLowerCase()) || isSetInProgram(context)) continue;
      yield {
        where: call.name,
        message: 'the query starts without checkpointLocation',
        confidence: 'medium',
        whyConfidence: 'neither this writer nor the program sets it; the cluster may',
      };
    }
  },
};

function isSetInProgram(context: Parameters<Rule['check']>[0]): boolean {
  return context.calls.some(
    (call) =>
      (call.on?.kind === 'conf' || call.on?.kind === 'builder') && textOf(call.args.positional[0]) === KEY,
  );
}
