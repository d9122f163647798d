import type { Analyzer } from '#lib/plan/analyze/analyzer.ts';
import type { Catalog, PlanSettings } from '#lib/plan/settings.ts';
import type { SessionState } from '../api/session/session-state.ts';
import type { SqlParser } from '../api/sql-parser.ts';
import type { Action, Eager, Operation, SourceRange, UnresolvedText } from '../program.ts';
import type { SparkCall } from '../spark-call.ts';
import type { Expr, Module, Span, Stmt } from '../syntax/ast.ts';
import type { LineTable } from '../syntax/line-table.ts';
import type { Args, CallSite, ClassValue, Scope, Value } from '../values/value.ts';
import type { Budget } from './budget.ts';
import type { Flow } from './flow.ts';
import type { Journal } from './journal.ts';

/** A file of the project, parsed. */
export interface ProgramFile {
  readonly path: string;
  readonly text: string;
  readonly module: Module;
  readonly lines: LineTable;
}

/** What a call of a function is collecting. */
export interface CallFrame {
  /** Values of `return`s that stand under conditions that are not known. */
  readonly maybe: Value[];
  /** Of a generator. */
  readonly yields: Value[] | undefined;
}

/**
 * The state of one interpretation and the ways to go on in it. The parts of the interpreter call each other through this
 * object, so that their files need not import each other in circles.
 */
export interface Run {
  readonly analyzer: Analyzer;
  readonly settings: PlanSettings;
  readonly catalog: Catalog;
  readonly sql: SqlParser | undefined;
  readonly session: SessionState;
  readonly budget: Budget;
  readonly journal: Journal;
  readonly files: ReadonlyMap<string, ProgramFile>;
  /** Folders, from the project's root, in which `import x` looks for x.py. */
  readonly roots: readonly string[];
  readonly modules: Map<string, Scope>;

  readonly operations: Operation[];
  readonly steps: (Action | Eager)[];
  readonly unresolved: UnresolvedText[];
  /** Every call in the order in which it came back; undefined when nobody wants to know. */
  readonly calls: SparkCall[] | undefined;

  /** Where the functions were called that are running, outermost first. */
  readonly callers: SourceRange[];
  readonly frames: CallFrame[];
  /** Conditions that are not known and under which the interpretation stands. */
  readonly conditions: string[];

  evaluate(expr: Expr, scope: Scope): Value;
  execute(body: readonly Stmt[], scope: Scope): Flow;
  assign(target: Expr, value: Value, scope: Scope): void;
  call(fn: Value, args: Args, site: CallSite): Value;
  attribute(of: Value, name: string, site: CallSite): Value;
  method(of: Value, name: string, args: Args, site: CallSite): Value;
  item(of: Value, index: Value, site: CallSite): Value;
  binary(operator: string, left: Value, right: Value): Value;
  importModule(name: string, from: Scope, level: number): Value;
  classAttribute(cls: ClassValue, name: string): Value | undefined;

  range(file: string, span: Span): SourceRange;
  note(file: string, span: Span, what: string, effect: string): void;
}
