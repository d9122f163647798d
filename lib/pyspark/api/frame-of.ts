import type { FrameValue } from '../values/spark-value.ts';
import type { UnknownValue, Value } from '../values/value.ts';
import type { Call } from './method.ts';
import { newFrame } from './steps.ts';

const frames = new WeakMap<UnknownValue, FrameValue>();

/** A value used as a DataFrame that is not known to be one: an opaque plan over what it came from, the same each time. */
export function frameOf(call: Call, value: Value): FrameValue {
  if (value.kind === 'frame') return value;
  const known = value.kind === 'unknown' ? frames.get(value) : undefined;
  if (known) return known;
  const from = value.kind === 'unknown' ? (value.frame?.from ?? []) : [];
  const children = from.flatMap((each) => (each.kind === 'frame' ? [each.plan] : []));
  const why = value.kind === 'unknown' ? value.why : `a ${value.kind} where a DataFrame is expected`;
  call.note(`a DataFrame that is not known: ${why}`, 'its columns and how it is computed are not known');
  const frame = newFrame(call, call.run.analyzer.opaque(why, [], children, call.at));
  if (value.kind === 'unknown') frames.set(value, frame);
  return frame;
}
