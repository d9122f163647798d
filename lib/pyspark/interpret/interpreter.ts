import type { Analyzer } from '#lib/plan/analyze/analyzer.ts';
import type { Catalog, PlanSettings } from '#lib/plan/settings.ts';
import { CachedPlans } from '../api/session/cached-plans.ts';
import { type SqlParser, SqlWanted } from '../api/sql-parser.ts';
import type { Program, SourceRange } from '../program.ts';
import type { SparkCall } from '../spark-call.ts';
import type { Span } from '../syntax/ast.ts';
import { LineTable } from '../syntax/line-table.ts';
import { lowerDocument, parseModule } from '../syntax/parse-module.ts';
import type { PythonDocument, PythonLanguage } from '../syntax/parser.ts';
import { str } from '../values/make.ts';
import { assignTo } from './assignment.ts';
import { attributeOf, classAttribute } from './attributes.ts';
import { Budget, OutOfBudget } from './budget.ts';
import { callValue } from './calls.ts';
import { evaluate } from './evaluate.ts';
import { execute } from './execute.ts';
import { Raised } from './flow.ts';
import { importModule } from './imports.ts';
import { itemAt } from './items.ts';
import { Journal } from './journal.ts';
import { callMethod } from './method-calls.ts';
import { binaryOperation } from './operators.ts';
import type { ProgramFile, Run } from './run.ts';
import { moduleScope } from './scope.ts';

export interface InterpretOptions {
  readonly language: PythonLanguage;
  readonly analyzer: Analyzer;
  readonly settings: PlanSettings;
  /** What is known of the sources; the analyzer has the same. */
  readonly catalog?: Catalog;
  /** Left out until a program needs it, see `Interpreted.wantsSql`. */
  readonly sql?: SqlParser | undefined;
  /** Filled with every call, where it is given. */
  readonly calls?: SparkCall[];
}

export interface Interpreted {
  readonly program: Program;
  /** The program has SQL text and no parser was given, so it was read up to there: load it and interpret again. */
  readonly wantsSql: boolean;
  /** The files that were read, parsed. */
  readonly files: ReadonlyMap<string, ProgramFile>;
}

/** A file as Python text; notebooks are turned into it by `readSource`. */
export interface SourceFile {
  readonly text: string;
  /** The text as somebody edits it, for which only what an edit touched is parsed again. */
  readonly document?: PythonDocument;
}

/**
 * What a project does with Spark when `main` is run. Nothing in a program makes this throw: what cannot be known is in
 * `unresolved`, and a program that would take too long is given up where the budget ends.
 */
export function interpretProject(
  sources: ReadonlyMap<string, SourceFile>,
  main: string,
  options: InterpretOptions,
): Interpreted {
  const files = new LazyFiles(sources, options.language);
  const run = newRun(files, main, options);
  const scope = moduleScope(main);
  scope.vars.set('__name__', str('__main__'));
  run.modules.set(main, scope);
  const file = files.get(main);
  const wantsSql = file !== undefined && runMain(run, file, scope) === 'wants SQL';
  for (const each of files.parsed()) noteBroken(run, each);
  const { operations, steps, unresolved } = run;
  return {
    program: { operations, steps, unresolved: withoutRepeats(unresolved) },
    wantsSql,
    files,
  };
}

function runMain(
  run: Run,
  file: ProgramFile,
  scope: ReturnType<typeof moduleScope>,
): 'wants SQL' | undefined {
  try {
    run.execute(file.module.body, scope);
  } catch (error) {
    if (error instanceof Raised) return undefined;
    if (error instanceof SqlWanted) return 'wants SQL';
    // A RangeError is the stack's end: the program nests deeper than the interpreter can follow.
    if (!(error instanceof OutOfBudget) && !(error instanceof RangeError)) throw error;
    run.note(
      file.path,
      { from: 0, to: 0 },
      'a program that does more than the interpreter goes through',
      'what follows is not shown',
    );
  }
  return undefined;
}

function noteBroken(run: Run, file: ProgramFile): void {
  for (const span of file.module.broken) {
    run.note(file.path, span, 'text that is no Python', 'it is left out; everything around it is read');
  }
}

/** A statement in a loop says what it does not know once. */
function withoutRepeats(unresolved: Run['unresolved']): Run['unresolved'] {
  const seen = new Set<string>();
  return unresolved.filter(({ where, what }) => {
    const key = `${where.file}:${where.from}:${what}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function newRun(files: LazyFiles, main: string, options: InterpretOptions): Run {
  const range = (path: string, span: Span): SourceRange => sourceRange(files.get(path), path, span);
  const unresolved: Run['unresolved'] = [];
  const run: Run = {
    analyzer: options.analyzer,
    settings: options.settings,
    catalog: options.catalog ?? {},
    sql: options.sql,
    session: {
      conf: new Map(),
      views: new Map(),
      udfs: new Map(),
      cached: new CachedPlans(options.analyzer),
      written: new Map(),
      widgets: new Map(),
      database: 'default',
      lastFrame: 0,
    },
    budget: new Budget(),
    journal: new Journal(),
    files,
    roots: rootsOf(main),
    modules: new Map(),
    operations: [],
    steps: [],
    unresolved,
    calls: options.calls,
    callers: [],
    frames: [],
    conditions: [],
    evaluate: (expr, scope) => evaluate(run, expr, scope),
    execute: (body, scope) => execute(run, body, scope),
    assign: (target, value, scope) => assignTo(run, target, value, scope),
    call: (fn, args, site) => callValue(run, fn, args, site),
    attribute: (of, name, site) => attributeOf(run, of, name, site),
    method: (of, name, args, site) => callMethod(run, of, name, args, site),
    item: (of, index, site) => itemAt(run, of, index, site),
    binary: binaryOperation,
    importModule: (name, from, level) => importModule(run, name, from, level),
    classAttribute,
    range,
    note: (file, span, what, effect) => {
      unresolved.push({ where: range(file, span), what, effect });
    },
  };
  return run;
}

/** Modules are looked for beside the program and in the folders above it, as after `sys.path.append("..")`. */
function rootsOf(main: string): readonly string[] {
  const folders = main.split('/').slice(0, -1);
  const above = folders.map((_, index) => folders.slice(0, folders.length - index).join('/'));
  return [...above, '', 'src'];
}

function sourceRange(file: ProgramFile | undefined, path: string, span: Span): SourceRange {
  const { line, column } = file?.lines.at(span.from) ?? { line: 1, column: 0 };
  return { file: path, from: span.from, to: span.to, line, column };
}

/** A file that is interpreted again (with a SQL parser, for another Spark version) is not parsed again. */
const parsed = new WeakMap<SourceFile, ProgramFile>();

/** Files of a project, parsed when they are first imported: `run.files` of a large project is mostly never read. */
class LazyFiles implements ReadonlyMap<string, ProgramFile> {
  private readonly sources: ReadonlyMap<string, SourceFile>;
  private readonly language: PythonLanguage;
  private readonly done = new Map<string, ProgramFile>();

  constructor(sources: ReadonlyMap<string, SourceFile>, language: PythonLanguage) {
    this.sources = sources;
    this.language = language;
  }

  get(path: string): ProgramFile | undefined {
    const known = this.done.get(path);
    const source = known ? undefined : this.sources.get(path);
    if (known || !source) return known;
    const before = parsed.get(source);
    const file = before?.path === path ? before : this.parse(path, source);
    this.done.set(path, file);
    return file;
  }

  private parse(path: string, source: SourceFile): ProgramFile {
    const { text, document } = source;
    const module = document ? lowerDocument(document) : parseModule(this.language, text);
    const file = { path, text, module, lines: new LineTable(text) };
    parsed.set(source, file);
    return file;
  }

  has(path: string): boolean {
    return this.sources.has(path);
  }

  parsed(): Iterable<ProgramFile> {
    return this.done.values();
  }

  get size(): number {
    return this.sources.size;
  }

  keys(): MapIterator<string> {
    return this.sources.keys();
  }

  values(): MapIterator<ProgramFile> {
    return this.all().values();
  }

  entries(): MapIterator<[string, ProgramFile]> {
    return this.all().entries();
  }

  [Symbol.iterator](): MapIterator<[string, ProgramFile]> {
    return this.entries();
  }

  forEach(callback: (value: ProgramFile, key: string, map: ReadonlyMap<string, ProgramFile>) => void): void {
    this.all().forEach((file, path) => {
      callback(file, path, this);
    });
  }

  private all(): Map<string, ProgramFile> {
    for (const path of this.sources.keys()) this.get(path);
    return this.done;
  }
}
