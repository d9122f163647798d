import { actionPlan } from '#lib/plan/jobs/action-plan.ts';
import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { optimize } from '#lib/plan/optimize/optimizer.ts';
import type { PhysicalPlan } from '#lib/plan/physical/physical-plan.ts';
import { prepare } from '#lib/plan/physical/prepare.ts';
import type { Catalog, PlanSettings } from '#lib/plan/settings.ts';
import type { Action, Eager, Operation, Program, SourceRange } from '#lib/pyspark/program.ts';
import type { SparkCall } from '#lib/pyspark/spark-call.ts';
import type { CallExpr, Module } from '#lib/pyspark/syntax/ast.ts';
import { pathTo, type SyntaxPath } from '#lib/pyspark/syntax/walk.ts';
import type { FrameValue } from '#lib/pyspark/values/spark-value.ts';
import type { Value } from '#lib/pyspark/values/value.ts';
import { type FrameGraph, frameGraph } from '#lib/pyspark/view/frame-graph.ts';

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

/** An action on a DataFrame or a writer, with Spark's plans for it; they are made when first asked for. */
export interface PlannedAction {
  readonly step: Action;
  readonly index: number;
  /** As the program built it, with what is cached read from memory. */
  readonly analyzed: LogicalPlan;
  readonly optimized: LogicalPlan;
  readonly physical: PhysicalPlan;
  readonly settings: PlanSettings;
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

  constructor(read: ReadProgram) {
    this.program = read.program;
    this.calls = read.calls;
    this.settings = read.settings;
    this.catalog = read.catalog;
    this.files = read.files;
    this.isOwn = read.isOwn;
    this.frames = frameGraph(read.calls);
    this.actions = read.program.steps.flatMap((step, index) =>
      'on' in step && step.on.kind !== 'rdd' ? [planned(step, step.on.plan, index, read.settings)] : [],
    );
  }

  get eager(): readonly Eager[] {
    return this.program.steps.filter((step) => 'does' in step);
  }

  /** Calls of methods on objects of one kind: `frame`, `rdd`, `grouped`, `writer`, … */
  on<K extends Value['kind']>(
    kind: K,
    ...methods: readonly string[]
  ): readonly (SparkCall & { readonly on: Extract<Value, { kind: K }> })[] {
    return this.calls.filter(
      (call): call is SparkCall & { readonly on: Extract<Value, { kind: K }> } =>
        call.kind === 'method' &&
        call.on?.kind === kind &&
        (methods.length === 0 || methods.includes(call.method)),
    );
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

function planned(step: Action, analyzed: LogicalPlan, index: number, given: PlanSettings): PlannedAction {
  const settings = { ...given, conf: { ...given.conf, ...step.conf } };
  let optimized: LogicalPlan | undefined;
  let physical: PhysicalPlan | undefined;
  return {
    step,
    index,
    analyzed,
    settings,
    get optimized() {
      optimized ??= optimize(actionPlan(step.method, analyzed, step.rows, settings).plan, settings).plan;
      return optimized;
    },
    get physical() {
      physical ??= prepare(this.optimized, settings);
      return physical;
    },
  };
}

export function isFrame(value: Value | undefined): value is FrameValue {
  return value?.kind === 'frame';
}
