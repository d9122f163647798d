import type { ReadProject } from '../predict-program.ts';
import type { SparkCall } from '../spark-call.ts';
import type { FrameValue } from '../values/spark-value.ts';
import type { Value } from '../values/value.ts';
import { framesIn } from '../view/frame-graph.ts';
import type { OperationGraph } from './graph-edit.ts';

/** One DataFrame that an operation takes: which operation made it, and as which input it is taken. */
export interface Taken {
  readonly from: number;
  readonly to: number;
  readonly input: number;
}

/** Operations that take or give DataFrames, by index. */
export interface Operations {
  readonly ats: readonly number[];
  readonly taken: readonly Taken[];
  /** The call that each operation is, those too that have nothing to do with DataFrames. */
  readonly calls: ReadonlyMap<number, SparkCall>;
  /** The operation that made each DataFrame, by the DataFrame's number. */
  readonly makers: ReadonlyMap<number, number>;
}

const known = new WeakMap<ReadProject, Operations>();

/** Who takes whose result, by the DataFrame objects that went through the calls. */
export function operationsOf(read: ReadProject): Operations {
  const before = known.get(read);
  if (before) return before;
  const makers = new Map<number, number>();
  const ats = new Set<number>();
  const taken: Taken[] = [];
  const calls = new Map<number, SparkCall>();
  for (const call of read.calls) {
    const at = operationOf(call);
    if (at === undefined) continue;
    if (!calls.has(at)) calls.set(at, call);
    const inputs = inputsOf(call);
    const given = framesIn(call.gives);
    if (inputs.length === 0 && given.length === 0) continue;
    ats.add(at);
    inputs.forEach(({ frame, input }) => {
      const from = makers.get(frame.frame) ?? bracketsOf(read, frame);
      if (from === undefined) return;
      ats.add(from);
      taken.push({ from, to: at, input });
    });
    const passed = new Set(inputs.map(({ frame }) => frame.frame));
    for (const { frame } of given) if (!passed.has(frame) && !makers.has(frame)) makers.set(frame, at);
  }
  const found = { ats: [...ats], taken, calls, makers };
  known.set(read, found);
  return found;
}

/** The same as data, with `key` for the name of an operation. */
export function graphOf(read: ReadProject, key: (at: number) => string | undefined = String): OperationGraph {
  const { ats, taken } = operationsOf(read);
  return {
    nodes: ats.flatMap((at) => {
      const name = key(at);
      return name === undefined ? [] : [{ key: name, method: read.program.operations[at]!.method }];
    }),
    edges: taken.flatMap(({ from, to, input }) => {
      const [first, second] = [key(from), key(to)];
      return first === undefined || second === undefined ? [] : [{ from: first, to: second, input }];
    }),
  };
}

/** The call that is an operation; undefined for brackets, which are written down as operations alone. */
export function callOf(read: ReadProject, at: number): SparkCall | undefined {
  return operationsOf(read).calls.get(at);
}

/** A function's call is noted without its operation: of the one that is one, `broadcast(df)`, the plan's node has it. */
function operationOf(call: SparkCall): number | undefined {
  if (call.at !== undefined) return call.at;
  return call.kind === 'function' && call.method === 'broadcast' && call.gives.kind === 'frame'
    ? call.gives.plan.at
    : undefined;
}

interface Input {
  readonly frame: FrameValue;
  readonly input: number;
}

/** What a method is called on, as input 0, then the DataFrames among the arguments; of a function those alone. */
export function inputsOf(call: SparkCall): readonly Input[] {
  const self = (call.on ? framesOfSelf(call.on) : []).map((frame) => ({ frame, input: 0 }));
  const args = [...call.args.positional, ...call.args.keywords.values()].flatMap(framesIn);
  const first = call.kind === 'function' ? 0 : 1;
  return [...self, ...args.map((frame, index) => ({ frame, input: index + first }))];
}

function framesOfSelf(on: Value): readonly FrameValue[] {
  if (on.kind !== 'rdd') return framesIn(on);
  // Of `df.rdd` the frame's number is all that is left, and all that is asked for.
  return on.rdd.kind === 'plan' ? [{ kind: 'frame', plan: on.rdd.plan, frame: on.rdd.frame }] : [];
}

/** `df[condition]` makes a DataFrame without a call. */
function bracketsOf(read: ReadProject, { plan }: FrameValue): number | undefined {
  const at = plan.at;
  return at !== undefined && read.program.operations[at]?.method === '[]' ? at : undefined;
}
