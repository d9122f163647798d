import type { Catalog, PlanSettings } from '#lib/plan/settings.ts';
import type { Eager, Operation, Program, SourceRange } from '#lib/pyspark/program.ts';
import type { SparkCall } from '#lib/pyspark/spark-call.ts';
import type { CallExpr, Module } from '#lib/pyspark/syntax/ast.ts';
import { pathTo, type SyntaxPath } from '#lib/pyspark/syntax/walk.ts';
import type { FrameValue } from '#lib/pyspark/values/spark-value.ts';
import type { Value } from '#lib/pyspark/values/value.ts';
import { type FrameGraph, frameGraph } from '#lib/pyspark/view/frame-graph.ts';
import { PlanMemo } from './plan-memo.ts';
import type { PlannedAction } from './planned-action.ts';

/** A program as the interpreter read it, for the rules to look at. */
export interface ReadProgram {
  readonly program: Program;
  readonly calls: readonly SparkCall[];
  readonly files: ReadonlyMap<string, { readonly text: string; readonly module: Module }>;
  readonly settings: PlanSettings;
  readonly catalog: Catalog;
  /** Whether a place is in what somebody wrote, not in what reading added. */
  readonly isOwn: (place: SourceRange) => boolean;
}

/** What every rule may ask. */
export class RuleContext {
  readonly program: Program;
  readonly calls: readonly SparkCall[];
  readonly settings: PlanSettings;
  readonly catalog: Catalog;
  readonly actions: readonly PlannedAction[];
  readonly frames: FrameGraph;
  readonly isOwn: ReadProgram['isOwn'];
  private readonly files: ReadProgram['files'];
  private readonly paths = new Map<string, SyntaxPath>();
  /** Calls of methods by the kind of their object: nearly every rule asks for some. */
  private readonly callsOn: ReadonlyMap<string, readonly SparkCall[]>;

  /** With a `memo` of an earlier version of the program only its new actions are planned. */
  constructor(read: ReadProgram, memo = new PlanMemo()) {
    this.program = read.program;
    this.calls = read.calls;
    this.settings = read.settings;
    this.catalog = read.catalog;
    this.files = read.files;
    this.isOwn = read.isOwn;
    this.frames = frameGraph(read.calls);
    this.callsOn = byObject(read.calls);
    const plansOf = memo.begin(read.settings);
    this.actions = read.program.steps.flatMap((step, index): readonly PlannedAction[] => {
      if (!('on' in step) || step.on.kind === 'rdd') return [];
      return [plansOf(step, step.on.plan, index)];
    });
  }

  get eager(): readonly Eager[] {
    return this.program.steps.filter((step) => 'does' in step);
  }

  /** Calls of methods on objects of one kind: `frame`, `rdd`, `grouped`, `writer`, … */
  on<K extends Value['kind']>(
    kind: K,
    ...methods: readonly string[]
  ): readonly (SparkCall & { readonly on: Extract<Value, { kind: K }> })[] {
    const on = (this.callsOn.get(kind) ?? []) as readonly (SparkCall & {
      readonly on: Extract<Value, { kind: K }>;
    })[];
    return methods.length === 0 ? on : on.filter(({ method }) => methods.includes(method));
  }

  /** Calls of functions that Python or PySpark bring, by name. */
  functions(...names: readonly string[]): readonly SparkCall[] {
    return this.calls.filter((call) => call.kind === 'function' && names.includes(call.method));
  }

  operation(at: number | undefined): Operation | undefined {
    return at === undefined ? undefined : this.program.operations[at];
  }

  /** The name of the method that made a node; undefined where that was no call of the program. */
  place(at: number | undefined): SourceRange | undefined {
    return this.operation(at)?.name;
  }

  lineText(at: number | undefined): string {
    const place = this.place(at);
    return place === undefined ? 'elsewhere' : `on line ${place.line}`;
  }

  text(range: { readonly file: string; readonly from: number; readonly to: number }): string {
    return this.files.get(range.file)?.text.slice(range.from, range.to) ?? '';
  }

  module(file: string): Module | undefined {
    return this.files.get(file)?.module;
  }

  /** The syntax around a place, outermost first. */
  path(range: SourceRange): SyntaxPath {
    const key = `${range.file}:${range.from}:${range.to}`;
    const known = this.paths.get(key);
    if (known) return known;
    const module = this.module(range.file);
    const path = module ? pathTo(module, range) : [];
    this.paths.set(key, path);
    return path;
  }

  /** The call expression of a call, with what is around it. */
  syntaxOf(call: {
    readonly name: SourceRange;
  }): { readonly call: CallExpr; readonly around: SyntaxPath } | undefined {
    const path = this.path(call.name);
    const index = path.findLastIndex(
      (node) =>
        node.kind === 'call' &&
        (node.callee.kind === 'attribute' ? node.callee.nameSpan : node.callee).from === call.name.from,
    );
    const node = path[index];
    return node?.kind === 'call' ? { call: node, around: path.slice(0, index) } : undefined;
  }

  /** A place that stands for all turns and calls of one piece of text. */
  key(range: SourceRange): string {
    return `${range.file}:${range.from}`;
  }
}

function byObject(calls: readonly SparkCall[]): ReadonlyMap<string, readonly SparkCall[]> {
  const found = new Map<string, SparkCall[]>();
  for (const call of calls) {
    if (call.kind !== 'method' || call.on === undefined) continue;
    const before = found.get(call.on.kind);
    if (before) before.push(call);
    else found.set(call.on.kind, [call]);
  }
  return found;
}

export function isFrame(value: Value | undefined): value is FrameValue {
  return value?.kind === 'frame';
}
