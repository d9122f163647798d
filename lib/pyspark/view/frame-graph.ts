import type { SparkCall } from '../spark-call.ts';
import type { FrameValue } from '../values/spark-value.ts';
import type { Value } from '../values/value.ts';

/** Which DataFrame objects came from which, by the calls that made them. */
export interface FrameGraph {
  /** The call that made a frame; undefined for what a helper of the interpreter made. */
  madeBy(frame: number): SparkCall | undefined;
  /** The frame and all that it was made from. */
  ancestors(frame: number): ReadonlySet<number>;
  /** Calls that take the frame as their object or as an argument. */
  uses(frame: number): readonly SparkCall[];
}

export function frameGraph(calls: readonly SparkCall[]): FrameGraph {
  const made = new Map<number, SparkCall>();
  const uses = new Map<number, SparkCall[]>();
  const known = new Map<number, ReadonlySet<number>>();
  for (const call of calls) {
    const taken = new Set(framesOf(call).map(({ frame }) => frame));
    for (const frame of taken) uses.set(frame, [...(uses.get(frame) ?? []), call]);
    for (const { frame } of framesIn(call.gives))
      if (!made.has(frame) && !taken.has(frame)) made.set(frame, call);
  }
  const ancestors = (frame: number): ReadonlySet<number> => {
    const before = known.get(frame);
    if (before) return before;
    const found = new Set([frame]);
    known.set(frame, found);
    const call = made.get(frame);
    for (const from of call ? framesOf(call) : []) for (const each of ancestors(from.frame)) found.add(each);
    return found;
  };
  return { madeBy: (frame) => made.get(frame), ancestors, uses: (frame) => uses.get(frame) ?? [] };
}

/** The frames that go into a call. */
export function framesOf(call: SparkCall): readonly FrameValue[] {
  return [
    ...(call.on ? framesIn(call.on) : []),
    ...[...call.args.positional, ...call.args.keywords.values()].flatMap(framesIn),
  ];
}

/** The frames that a value is or holds. */
export function framesIn(value: Value): readonly FrameValue[] {
  switch (value.kind) {
    case 'frame':
      return [value];
    case 'grouped':
    case 'writer':
    case 'writer-v2':
      return [value.frame];
    case 'cogrouped':
      return [value.left.frame, value.right.frame];
    case 'na':
    case 'stat':
    case 'query':
      return framesIn(value.of);
    case 'list':
    case 'tuple':
      return value.items.flatMap(framesIn);
    case 'unknown':
      return value.frame?.from.flatMap((from) => framesIn(from)) ?? [];
    default:
      return [];
  }
}
