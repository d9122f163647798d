import type { Stmt } from './ast.ts';

interface Lowered {
  readonly from: number;
  readonly statements: readonly Stmt[];
}

/** Statements of a module by their text: an edit changes one of them, and moves those below it. */
export class StatementMemo {
  #known = new Map<string, Lowered>();
  #used = new Map<string, Lowered>();

  /** What the text at `from` says; `lower` makes it where it was not seen before. */
  get(text: string, from: number, lower: () => readonly Stmt[]): readonly Stmt[] {
    const known = this.#used.get(text) ?? this.#known.get(text);
    const statements = known
      ? known.statements.map((each) => movedStatement(each, from - known.from))
      : lower();
    this.#used.set(text, { from, statements });
    return statements;
  }

  /** Ends a reading: what it did not ask for is forgotten. */
  forgetUnused(): void {
    this.#known = this.#used;
    this.#used = new Map();
  }
}

const ORIGINS = new WeakMap<Stmt, Stmt>();

/** The statement that this one is a moved copy of; itself where it was never moved. What they say is the same. */
export function originOf(statement: Stmt): Stmt {
  return ORIGINS.get(statement) ?? statement;
}

function movedStatement(statement: Stmt, by: number): Stmt {
  if (by === 0) return statement;
  const copy = moved(statement, by);
  ORIGINS.set(copy, originOf(statement));
  return copy;
}

/** The same tree further down the text, or further up. */
function moved<T>(value: T, by: number): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => moved(each, by)) as T;
  const copy: Record<string, unknown> = {};
  for (const name in value) {
    const part: unknown = value[name];
    copy[name] = typeof part === 'number' && (name === 'from' || name === 'to') ? part + by : moved(part, by);
  }
  return copy as T;
}
