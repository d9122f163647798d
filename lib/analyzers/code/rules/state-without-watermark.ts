import { hasWatermark, isComplete } from '../facts/streams.ts';
import type { Rule } from '../rule.ts';

export const stateWithoutWatermark: Rule = {
  id: 'STR-01',
  name: 'state-without-watermark',
  title: 'a stream that is aggregated or joined without a watermark',
  severity: 'high',
  evidence: 'C',
  why: 'Spark cannot know when a group is over, so it keeps the state of every key for as long as the query runs.',
  notWhen: 'The keys are few and stay the same, such as a list of countries.',
  options: [
    {
      action: 'withWatermark() on the event time, and a window or that time among the keys.',
      trade_off: 'Rows that come later than the watermark are dropped.',
      avoid_when: 'Late rows have to count, however late.',
    },
  ],
  *check(context) {
    for (const call of context.on('grouped')) {
      const { frame } = call.on;
      if (!frame.streaming || call.gives.kind !== 'frame' || hasWatermark(context, frame.frame)) continue;
      if (isComplete(context, call.gives.frame)) continue;
      yield {
        where: call.name,
        message: 'the stream is grouped, and no watermark says when a group is over',
        confidence: 'medium',
        whyConfidence: 'no withWatermark() stands before it; how many keys there are is not known',
      };
    }
    for (const call of context.on('frame', 'join')) {
      const other = call.bound?.get('other');
      if (!call.on.streaming || other?.kind !== 'frame' || !other.streaming) continue;
      if (hasWatermark(context, call.on.frame) && hasWatermark(context, other.frame)) continue;
      yield {
        where: call.name,
        message: 'two streams are joined, and not both have a watermark: rows wait for a partner without end',
        confidence: 'high',
        whyConfidence: 'both sides are streams, and the calls before them are known',
      };
    }
  },
};
