import { hasWatermark } from '../facts/streams.ts';
import type { Rule } from '../rule.ts';

export const streamDuplicatesWithoutWatermark: Rule = {
  id: 'STR-04',
  name: 'stream-duplicates-without-watermark',
  title: 'dropDuplicates() on a stream without a watermark',
  severity: 'high',
  evidence: 'C',
  why: 'Every key that was ever seen has to be kept, for as long as the query runs.',
  notWhen: 'There are few different keys.',
  options: [
    {
      action: 'withWatermark() and dropDuplicatesWithinWatermark(), from Spark 3.5 on.',
      trade_off: 'A duplicate that comes later than that goes through.',
      avoid_when: 'Duplicates may come at any time.',
    },
    {
      action: 'withWatermark(), and the event time among the columns of dropDuplicates().',
      trade_off: 'Duplicates have to have the same event time.',
      avoid_when: 'They differ in it.',
    },
  ],
  *check(context) {
    for (const call of context.on('frame', 'dropDuplicates', 'drop_duplicates', 'distinct')) {
      if (!call.on.streaming || hasWatermark(context, call.on.frame)) continue;
      yield {
        where: call.name,
        message: `${call.method}() on a stream keeps every key it has seen: no watermark lets it forget`,
        confidence: 'high',
        whyConfidence: 'the frame is a stream, and no withWatermark() stands before it',
      };
    }
  },
};
