import { fullName, importsOf } from '#lib/pyspark/syntax/imports.ts';
import { nodesBehind } from '../facts/origins.ts';
import type { Rule } from '../rule.ts';

const CLOCK = /^(datetime\.(datetime|date)\.(now|utcnow|today)|time\.time|pandas\.Timestamp\.(now|today))$/;
const TAKES_COLUMNS = ['filter', 'where', 'select', 'withColumn', 'withColumns', 'selectExpr', 'join'];

export const frozenTime: Rule = {
  id: 'COL-12',
  name: 'frozen-time',
  title: 'the time of the start in a query that goes on for days',
  severity: 'high',
  evidence: 'C',
  why: 'Python’s clock is read once, when the query is put together; every later batch of the stream compares with that moment.',
  notWhen: 'The moment of the start is what is meant.',
  options: [
    {
      action: 'F.current_timestamp() or F.current_date(): Spark reads the clock for each batch.',
      trade_off: 'It is the session’s time zone, and one time for the whole batch.',
      avoid_when: 'The start of the program is what is meant.',
    },
  ],
  *check(context) {
    for (const call of context.on('frame', ...TAKES_COLUMNS)) {
      if (!call.on.streaming || call.conditions.includes('each batch of the stream')) continue;
      const { file } = call.name;
      const imports = importsOf(context.module(file));
      const args = context.syntaxOf(call)?.call.args ?? [];
      const clock = args
        .flatMap(({ value }) => [...nodesBehind(context, file, value)])
        .find((node) => node.kind === 'call' && CLOCK.test(fullName(node.callee, imports) ?? ''));
      if (!clock) continue;
      yield {
        where: call.name,
        message: `${context.text({ file, ...clock })} is read when the stream starts, and never again`,
        confidence: 'high',
        whyConfidence: 'the DataFrame is a stream, and the value is one of the driver',
      };
    }
  },
};
