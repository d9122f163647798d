import { textOf } from '#lib/pyspark/api/read-value.ts';
import type { RuleContext } from '../context.ts';

/** Whether a frame, or one that it was made from, has a watermark. */
export function hasWatermark(context: RuleContext, frame: number): boolean {
  return [...context.frames.ancestors(frame)].some(
    (each) => context.frames.madeBy(each)?.method === 'withWatermark',
  );
}

/** A query over the frame is written in complete mode, which keeps all groups on purpose. */
export function isComplete(context: RuleContext, frame: number): boolean {
  return context
    .on('writer', 'outputMode')
    .some(
      (call) =>
        textOf(call.args.positional[0])?.toLowerCase() === 'complete' &&
        context.frames.ancestors(call.on.frame.frame).has(frame),
    );
}
