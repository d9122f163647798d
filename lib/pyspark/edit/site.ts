import type { ReadProject } from '../predict-program.ts';
import type { Operation } from '../program.ts';
import type { SparkCall } from '../spark-call.ts';
import type { CallExpr, Expr, Stmt, SubscriptExpr } from '../syntax/ast.ts';
import { loopsAround, pathTo, type SyntaxPath } from '../syntax/walk.ts';
import { callOf } from './operation-graph.ts';
import { Refused } from './refused.ts';

/** Where an operation is written: one piece of text that stands for it and for nothing else. */
export interface Site {
  readonly at: number;
  readonly operation: Operation;
  /** Undefined for rows chosen by brackets, `df[condition]`. */
  readonly call: SparkCall | undefined;
  readonly file: string;
  readonly text: string;
  readonly syntax: CallExpr | SubscriptExpr;
  /** Statements and expressions around it, outermost first. */
  readonly around: SyntaxPath;
  readonly statement: Stmt;
}

/** The place of an operation; refuses where its text runs more than once or does not show the call. */
export function siteOf(read: ReadProject, at: number): Site {
  const operation = read.program.operations[at];
  const source = operation && read.files.get(operation.name.file);
  if (!operation || !source) throw new Refused('The program has no such operation any more.');
  const { file } = operation.name;
  const path = pathTo(source.module, operation.name);
  const call = callOf(read, at);
  const index = path.findLastIndex((node) => isWrittenAs(node, operation, call, source.text));
  const syntax = path[index];
  if (syntax?.kind !== 'call' && syntax?.kind !== 'subscript') {
    throw new Refused(
      `${named(operation)} is called in a way that its text does not show (through a function that is passed on, or the like). Change it in the editor.`,
    );
  }
  const around = path.slice(0, index);
  refuseRepeated(read, operation, path.slice(0, index + 1));
  const statement = around.findLast(isStatement);
  if (!statement) throw new Refused(`${named(operation)} stands in no statement.`);
  return { at, operation, call, file, text: source.text, syntax, around, statement };
}

/** Whether a node is the call itself: not `reduce(DataFrame.union, …)`, not `f = df.filter` called later. */
function isWrittenAs(
  node: SyntaxPath[number],
  { method, name }: Operation,
  call: SparkCall | undefined,
  text: string,
): boolean {
  if (node.kind === 'subscript') return method === '[]' && node.from === name.from && node.to === name.to;
  if (node.kind !== 'call') return false;
  const { callee, args } = node;
  if (callee.kind === 'name') return callee.from === name.from && call?.kind === 'function';
  if (callee.kind !== 'attribute' || callee.nameSpan.from !== name.from) return false;
  const plain = args.filter(({ kind }) => kind === 'plain').length;
  // DataFrame.union(a, b): what it is called on stands among the arguments.
  const isUnbound = args.every(({ kind }) => kind !== 'args') && call?.args.positional.length !== plain;
  return text.slice(name.from, name.to) === method && !isUnbound;
}

function refuseRepeated(read: ReadProject, operation: Operation, path: SyntaxPath): void {
  const { name, callers } = operation;
  const loop = loopsAround(path).at(-1);
  if (loop) {
    throw new Refused(
      `${named(operation)} is in a loop${loop.kind === 'comprehension' ? '' : ` (line ${lineAt(read, name.file, loop.from)})`}: its text stands for one operation in each turn. Change it in the editor.`,
    );
  }
  const times = read.program.operations.filter(
    (each) => each.name.from === name.from && each.name.file === name.file,
  ).length;
  if (times > 1) {
    const fn = path.findLast((node) => node.kind === 'function');
    throw new Refused(
      `${named(operation)} is in ${fn ? `the function ${fn.name}()` : 'text'} that runs ${times} times: a change would change all ${times}. Change it in the editor.`,
    );
  }
  for (const caller of callers) {
    const file = read.files.get(caller.file);
    if (file && loopsAround([...pathTo(file.module, caller)]).length > 0) {
      throw new Refused(
        `${named(operation)} is in a function that a loop calls (line ${caller.line}). Change it in the editor.`,
      );
    }
  }
}

/** The same by its index; refuses where there is none. */
export function nameOf(read: ReadProject, at: number): string {
  const operation = read.program.operations[at];
  if (!operation) throw new Refused('The program has no such operation any more.');
  return named(operation);
}

/** `filter() on line 7`. */
export function named({ method, name }: Operation): string {
  return method === '[]' ? `[…] on line ${name.line}` : `${method}() on line ${name.line}`;
}

function lineAt(read: ReadProject, file: string, offset: number): number {
  return read.files.get(file)?.lines.at(offset).line ?? 1;
}

const STATEMENTS: ReadonlySet<string> = new Set<Stmt['kind']>([
  'expression',
  'assign',
  'annotated',
  'augmented',
  'if',
  'for',
  'while',
  'try',
  'with',
  'function',
  'class',
  'return',
  'delete',
  'raise',
  'assert',
  'match',
]);

export function isStatement(node: Stmt | Expr): node is Stmt {
  return STATEMENTS.has(node.kind);
}
