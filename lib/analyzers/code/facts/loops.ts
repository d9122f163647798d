import type { SourceRange } from '#lib/pyspark/program.ts';
import type { SparkCall } from '#lib/pyspark/spark-call.ts';
import { loopsAround, rootName, type SyntaxNode, type SyntaxPath } from '#lib/pyspark/syntax/walk.ts';
import type { FrameValue } from '#lib/pyspark/values/spark-value.ts';
import type { RuleContext } from '../context.ts';

/** A loop that a call is made in, and how many turns of it are known. */
export interface InLoop {
  readonly loop: SyntaxNode;
  readonly file: string;
  /** undefined: it depends on the run. */
  readonly turns: number | undefined;
}

/** The innermost loop around a call: where it stands, else where the function was called that it stands in. */
export function loopOf(context: RuleContext, call: SparkCall): InLoop | undefined {
  for (const place of [call.name, ...call.callers.toReversed()]) {
    const loop = loopsAround(context.path(place)).at(-1);
    if (loop) return { loop, file: place.file, turns: turnsOf(context, call, loop) };
  }
  return undefined;
}

function turnsOf(context: RuleContext, call: SparkCall, loop: SyntaxNode): number | undefined {
  const text = context.text({ file: call.name.file, from: loop.from, to: loop.to });
  const depends = call.conditions.some(
    (condition) =>
      condition.startsWith('turns of the loop') && (loop.kind === 'comprehension' || text !== ''),
  );
  return depends ? undefined : turns(context, call).length;
}

const TURNS = new WeakMap<RuleContext, ReadonlyMap<string, readonly SparkCall[]>>();

/** All calls of the same piece of text. */
export function turns(context: RuleContext, call: SparkCall): readonly SparkCall[] {
  const known = TURNS.get(context) ?? callsByText(context);
  TURNS.set(context, known);
  return known.get(textKey(context, call)) ?? [];
}

function callsByText(context: RuleContext): ReadonlyMap<string, readonly SparkCall[]> {
  const found = new Map<string, SparkCall[]>();
  for (const call of context.calls) {
    const key = textKey(context, call);
    const before = found.get(key);
    if (before) before.push(call);
    else found.set(key, [call]);
  }
  return found;
}

function textKey(context: RuleContext, { kind, name }: SparkCall): string {
  return `${kind} ${context.key(name)}`;
}

/** Whether a place is inside a loop's text. */
export function isInside(place: SourceRange | undefined, { loop, file }: InLoop): boolean {
  return place !== undefined && place.file === file && loop.from <= place.from && place.to <= loop.to;
}

export type FrameCall = SparkCall & { readonly on: FrameValue };

export interface Carried {
  readonly call: FrameCall;
  /** Known turns in which it works on what it gave in an earlier one; undefined: it depends on the run. */
  readonly turns: number | undefined;
}

/**
 * Calls that, turn after turn, work on what they gave before: `df = df.withColumn(…)` in a loop, or `reduce` with such a
 * function. One for each piece of text.
 */
export function carriedCalls(context: RuleContext, ...methods: readonly string[]): readonly Carried[] {
  const byPlace = new Map<string, FrameCall[]>();
  for (const call of context.on('frame', ...methods)) {
    const key = context.key(call.name);
    byPlace.set(key, [...(byPlace.get(key) ?? []), call]);
  }
  return [...byPlace.values()].flatMap((calls): readonly Carried[] => {
    const first = calls[0]!;
    const follow = calls.filter(
      (call, index) => index > 0 && follows(context, call, calls[index - 1]!),
    ).length;
    if (follow > 0) return [{ call: first, turns: follow + 1 }];
    const loop = loopOf(context, first);
    const unknown = loop !== undefined && loop.turns === undefined && isReassigned(context.path(first.name));
    return unknown ? [{ call: first, turns: undefined }] : [];
  });
}

function follows(context: RuleContext, call: FrameCall, before: SparkCall): boolean {
  return before.gives.kind === 'frame' && context.frames.ancestors(call.on.frame).has(before.gives.frame);
}

/** `x = x.a().b()`, in a loop's own body. */
function isReassigned(path: SyntaxPath): boolean {
  const statement = path.find(
    (node, index) => node.kind === 'assign' && path.slice(index).every((each) => each.kind !== 'function'),
  );
  if (statement?.kind !== 'assign') return false;
  const [target] = statement.targets;
  return target?.kind === 'name' && rootName(statement.value) === target.name;
}

export function turnsText(turns: number | undefined): string {
  return turns === undefined ? 'in every turn of a loop' : `in ${turns} turns of a loop`;
}
