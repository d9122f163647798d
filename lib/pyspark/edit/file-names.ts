import { hasModuleMember } from '../modules/registry.ts';
import type { Module } from '../syntax/ast.ts';
import { importsOf } from '../syntax/imports.ts';
import type { PythonLanguage } from '../syntax/parser.ts';
import { bindingsAt, importsAt } from './bindings.ts';
import { freeNames } from './expression-text.ts';
import type { SourceEdit } from './graph-edit.ts';
import { Refused } from './refused.ts';
import { endOfLine, lineEndOf, startOfLine } from './text-lines.ts';

const FUNCTIONS = 'pyspark.sql.functions';

/** Names that programs use by convention, and what imports them. */
const USUAL: Readonly<Record<string, string>> = {
  F: 'from pyspark.sql import functions as F',
  T: 'from pyspark.sql import types as T',
  Window: 'from pyspark.sql import Window',
};

/** The names of one place in a file: how it calls Spark's functions, and what it would have to import. */
export class FileNames {
  readonly file: string;
  readonly text: string;
  private readonly module: Module;
  private readonly offset: number;
  private readonly language: PythonLanguage;
  private readonly imports: ReadonlyMap<string, string>;
  private readonly bound: ReadonlySet<string>;
  /** Modules of which everything was imported by `*`. */
  private readonly stars: readonly string[];
  private readonly wanted = new Set<string>();

  constructor(
    file: string,
    source: { readonly text: string; readonly module: Module },
    offset: number,
    language: PythonLanguage,
  ) {
    this.file = file;
    this.text = source.text;
    this.module = source.module;
    this.offset = offset;
    this.language = language;
    const statements = importsAt(source.module, offset);
    this.imports = importsOf({ body: statements, broken: [] });
    this.bound = new Set(bindingsAt(source.module, offset).map(({ name }) => name));
    this.stars = statements.flatMap((stmt) =>
      stmt.kind === 'import-from' && stmt.names === undefined ? [stmt.module] : [],
    );
  }

  /** How this place writes a function of pyspark.sql.functions. */
  functionName(name: string): string {
    if (!hasModuleMember(FUNCTIONS, name)) throw new Refused(`Spark has no function ${name}.`);
    const module = this.importedAs(FUNCTIONS);
    if (module !== undefined) return `${module}.${name}`;
    const direct = this.importedAs(`${FUNCTIONS}.${name}`);
    if (direct !== undefined) return direct;
    if (this.stars.includes(FUNCTIONS)) return name;
    return `${this.functionsModule()}.${name}`;
  }

  /** An expression as somebody wrote it, in this file's names; what it needs besides is imported. */
  expression(text: string): string {
    let written = text;
    for (const { name, from, to } of freeNames(this.language, text).toReversed()) {
      const here = this.nameHere(name, text);
      written = written.slice(0, from) + here + written.slice(to);
    }
    return written;
  }

  /** The imports that were asked for, behind those that are there. */
  get edits(): readonly SourceEdit[] {
    if (this.wanted.size === 0) return [];
    const lines = [...this.wanted].toSorted();
    const eol = lineEndOf(this.text);
    const last = this.lastImport();
    if (last !== undefined) {
      const end = endOfLine(this.text, last);
      return [{ file: this.file, from: end, to: end, text: lines.map((line) => eol + line).join('') }];
    }
    const at = this.firstLine();
    return [{ file: this.file, from: at, to: at, text: lines.map((line) => line + eol).join('') }];
  }

  private nameHere(name: string, text: string): string {
    if (this.bound.has(name)) return name;
    if (name === 'F') return this.importedAs(FUNCTIONS) ?? this.functionsModule();
    const usual = Object.hasOwn(USUAL, name) ? USUAL[name] : undefined;
    if (usual !== undefined) {
      this.wanted.add(usual);
      return name;
    }
    if (hasModuleMember('builtins', name) || hasModuleMember('notebook', name)) return name;
    if (hasModuleMember(FUNCTIONS, name)) return this.functionName(name);
    if (this.stars.some((module) => module !== FUNCTIONS)) return name;
    throw new Refused(`\`${name}\` in \`${text}\` is not defined there.`);
  }

  private functionsModule(): string {
    const free = ['F', 'functions'].find((name) => !this.bound.has(name));
    if (free === undefined) throw new Refused('F and functions mean something else in this file.');
    this.wanted.add(free === 'F' ? USUAL.F! : `from pyspark.sql import ${free}`);
    return free;
  }

  /** A dotted import without `as` binds its first word, and is written in full. */
  private importedAs(full: string): string | undefined {
    for (const [name, of] of this.imports) if (of === full) return name;
    const isDotted = importsAt(this.module, this.offset).some(
      (stmt) =>
        stmt.kind === 'import' && stmt.names.some(({ name, as }) => name === full && as === undefined),
    );
    return isDotted ? full : undefined;
  }

  private lastImport(): number | undefined {
    const top = this.module.body.filter(
      (stmt) => (stmt.kind === 'import' || stmt.kind === 'import-from') && stmt.to <= this.offset,
    );
    const ofSpark = top.filter((stmt) => /\bpyspark\b/.test(this.text.slice(stmt.from, stmt.to)));
    return (ofSpark.at(-1) ?? top.at(-1))?.to;
  }

  /** The first statement's line, behind a text that describes the module. */
  private firstLine(): number {
    const first = this.module.body.find((stmt) => stmt.kind !== 'expression' || stmt.value.kind !== 'text');
    const from = Math.min(first?.from ?? 0, this.offset);
    return startOfLine(this.text, from);
  }
}
