import type { ReadProject } from '../predict-program.ts';
import type { SparkCall } from '../spark-call.ts';
import type { Expr, Module, NameExpr, Span, Stmt } from '../syntax/ast.ts';
import type { FrameValue } from '../values/spark-value.ts';
import type { Value } from '../values/value.ts';

/** The DataFrame that a piece of text stands for. */
export interface FrameAt {
  /** The name or the method's name. */
  readonly span: Span;
  readonly name: string;
  readonly frame: FrameValue;
}

const WORD = /[A-Za-z_]\w*/g;

/**
 * The DataFrame at an offset: what the method named there gives, what the name there is called on, or what was last
 * assigned to it above. A call in a loop stands for its last turn.
 */
export function frameAt(read: ReadProject, file: string, offset: number): FrameAt | undefined {
  const source = read.files.get(file);
  const word = source && wordAt(source.text, offset);
  if (!source || !word) return undefined;
  const name = source.text.slice(word.from, word.to);
  const here = read.calls.filter((call) => call.name.file === file);
  const named = here.findLast((call) => call.name.from === word.from && frameOf(call.gives) !== undefined);
  const frame =
    frameOf(named?.gives) ??
    frameOf(here.findLast((call) => isCalledOn(call, word, source.text))?.on) ??
    assignedBefore(source.module, name, word.to, here);
  return frame && { span: word, name, frame };
}

function wordAt(text: string, offset: number): Span | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const line = text.slice(start, end === -1 ? text.length : end);
  for (const { index, 0: word } of line.matchAll(WORD)) {
    const from = start + index;
    if (from <= offset && offset <= from + word.length) return { from, to: from + word.length };
  }
  return undefined;
}

/** `orders.join(…)`: only blanks and a dot stand between the name and the method's. */
function isCalledOn({ name, on }: SparkCall, word: Span, text: string): boolean {
  return on?.kind === 'frame' && name.from > word.to && /^\s*\.\s*$/.test(text.slice(word.to, name.from));
}

function frameOf(value: Value | undefined): FrameValue | undefined {
  if (value?.kind === 'frame') return value;
  return value?.kind === 'grouped' ? value.frame : undefined;
}

function assignedBefore(
  module: Module,
  name: string,
  before: number,
  calls: readonly SparkCall[],
): FrameValue | undefined {
  const values = [...assignments(module.body)].filter(
    ({ target }) => target.name === name && target.to <= before,
  );
  for (const { value } of values.toReversed()) {
    // A call's place ends where the whole expression ends.
    const call = calls.findLast(({ range, gives }) => range.to === value.to && gives.kind === 'frame');
    const frame = frameOf(call?.gives);
    if (frame) return frame;
    if (value.kind === 'name') return assignedBefore(module, value.name, value.from, calls);
  }
  return undefined;
}

function* assignments(body: readonly Stmt[]): Generator<{ readonly target: NameExpr; readonly value: Expr }> {
  for (const stmt of body) {
    if (stmt.kind === 'assign') {
      for (const target of stmt.targets) if (target.kind === 'name') yield { target, value: stmt.value };
    } else if (stmt.kind === 'annotated' && stmt.target.kind === 'name' && stmt.value) {
      yield { target: stmt.target, value: stmt.value };
    }
    for (const inner of bodiesOf(stmt)) yield* assignments(inner);
  }
}

function bodiesOf(stmt: Stmt): readonly (readonly Stmt[])[] {
  switch (stmt.kind) {
    case 'if':
    case 'for':
    case 'while':
      return [stmt.body, stmt.orElse];
    case 'try':
      return [stmt.body, ...stmt.handlers.map(({ body }) => body), stmt.orElse, stmt.final];
    case 'with':
    case 'function':
    case 'class':
      return [stmt.body];
    case 'match':
      return stmt.cases.map(({ body }) => body);
    default:
      return [];
  }
}
