import type { Argument, Comprehension, Expr, Stmt } from '#lib/pyspark/syntax/ast.ts';
import { fullName, type Imports } from '#lib/pyspark/syntax/imports.ts';
import type { FunctionValue, Value } from '#lib/pyspark/values/value.ts';
import { outerValue } from './udfs.ts';

/** Methods of Python's texts and dates, and the function of Spark that does the same. */
const METHODS: Readonly<Record<string, string>> = {
  upper: 'upper',
  lower: 'lower',
  strip: 'trim',
  lstrip: 'ltrim',
  rstrip: 'rtrim',
  startswith: 'startswith',
  endswith: 'endswith',
  replace: 'replace',
  split: 'split',
  title: 'initcap',
  zfill: 'lpad',
  strftime: 'date_format',
  join: 'array_join',
  get: 'create_map',
};
/** Functions by their full names. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  len: 'length or size',
  str: 'cast',
  int: 'cast',
  float: 'cast',
  abs: 'abs',
  round: 'round',
  min: 'least or array_min',
  max: 'greatest or array_max',
  sorted: 'sort_array',
  sum: 'aggregate',
  any: 'exists',
  all: 'forall',
  're.sub': 'regexp_replace',
  'datetime.datetime.strptime': 'to_timestamp',
  'json.loads': 'from_json',
  'math.sqrt': 'sqrt',
  'math.exp': 'exp',
  'math.log': 'ln',
  'math.floor': 'floor',
  'math.ceil': 'ceil',
  'math.sin': 'sin',
  'math.cos': 'cos',
};
/** Over an array they stand for a function that takes a lambda, or for one of arrays. */
const OF_ARRAYS = new Set(['exists', 'forall', 'aggregate', 'transform', 'filter']);
const ARITHMETIC = new Set(['+', '-', '*', '/', '%', '**', '//']);
const PLAIN: ReadonlySet<Value['kind']> = new Set([
  'none',
  'bool',
  'int',
  'float',
  'str',
  'list',
  'tuple',
  'set',
  'dict',
]);

export interface BuiltIns {
  /** Functions of Spark, and words for operators, in the order in which they are met. */
  readonly names: readonly string[];
  /** Whether it goes through the elements of an array. */
  readonly overArray: boolean;
}

/** What of Spark's own says the same as a Python function, where each part of it has a counterpart; nulls aside. */
export function builtInsFor(fn: FunctionValue, imports: Imports): BuiltIns | undefined {
  const known = new Set(fn.def.params.map(({ name }) => name));
  if (fn.def.params.some(({ kind }) => kind !== 'plain') || known.size === 0) return undefined;
  const reading = new Reading(fn, imports, known);
  const fits = fn.def.kind === 'lambda' ? reading.expr(fn.def.body) : reading.body(fn.def.body);
  const names = [...reading.names];
  if (!fits || names.length === 0) return undefined;
  return { names, overArray: names.some((name) => OF_ARRAYS.has(name)) };
}

/** Goes through a function’s text as long as each part is known; `names` collects what stands for it. */
class Reading {
  readonly names = new Set<string>();
  private readonly fn: FunctionValue;
  private readonly imports: Imports;
  private readonly known: Set<string>;

  constructor(fn: FunctionValue, imports: Imports, known: Set<string>) {
    this.fn = fn;
    this.imports = imports;
    this.known = known;
  }

  body(statements: readonly Stmt[]): boolean {
    return statements.every((each) => this.statement(each));
  }

  expr(expr: Expr): boolean {
    switch (expr.kind) {
      case 'name':
        return this.known.has(expr.name) || this.isConstant(expr.name);
      case 'integer':
      case 'float':
      case 'constant':
        return true;
      case 'text':
        return !expr.bytes;
      case 'f-string':
        return this.uses(
          'concat',
          ...expr.parts.flatMap((part) => (typeof part === 'string' ? [] : [part.value])),
        );
      case 'list':
        return this.uses('array', ...expr.items);
      case 'unary':
        return this.uses('arithmetic', expr.operand);
      case 'binary':
        return this.binary(expr);
      case 'and':
      case 'or':
        return this.all(expr.left, expr.right);
      case 'not':
        return this.all(expr.operand);
      case 'compare':
        return this.comparison(expr);
      case 'conditional':
        return this.uses('when', expr.test, expr.body, expr.orElse);
      case 'subscript':
        return this.item(expr.object, expr.index);
      case 'comprehension':
        return this.comprehension(expr);
      case 'call':
        return this.call(expr.callee, expr.args);
      default:
        return false;
    }
  }

  private statement(statement: Stmt): boolean {
    switch (statement.kind) {
      case 'pass':
        return true;
      case 'expression':
        return statement.value.kind === 'text';
      case 'return':
        return statement.value === undefined || this.expr(statement.value);
      case 'if':
        if (!isNullGuard(statement.test)) this.names.add('when');
        return this.expr(statement.test) && this.body(statement.body) && this.body(statement.orElse);
      case 'assign': {
        const [target] = statement.targets;
        if (statement.targets.length !== 1 || target?.kind !== 'name' || !this.expr(statement.value))
          return false;
        this.known.add(target.name);
        return true;
      }
      default:
        return false;
    }
  }

  private uses(name: string, ...parts: readonly Expr[]): boolean {
    this.names.add(name);
    return this.all(...parts);
  }

  private all(...parts: readonly Expr[]): boolean {
    return parts.every((part) => this.expr(part));
  }

  private binary({ operator, left, right }: Extract<Expr, { kind: 'binary' }>): boolean {
    const isText = [left, right].some(({ kind }) => kind === 'text' || kind === 'f-string');
    if (isText && operator === '+') return this.uses('concat', left, right);
    if (isText && operator === '%')
      return this.uses('format_string', left, ...(right.kind === 'tuple' ? right.items : [right]));
    return ARITHMETIC.has(operator) && this.uses('arithmetic', left, right);
  }

  /** A plain value from outside, unless the function may get another one later. */
  private isConstant(name: string): boolean {
    const value = outerValue(this.fn, name);
    return value !== undefined && PLAIN.has(value.kind);
  }

  private comparison(expr: Extract<Expr, { kind: 'compare' }>): boolean {
    const operands = [expr.first, ...expr.rest.map(({ right }) => right)];
    if (isNullGuard(expr)) return this.expr(expr.first);
    const isIn = expr.rest.some(({ operator }) => /in$/.test(operator));
    return this.uses(
      isIn ? 'contains or isin' : 'comparisons',
      ...operands.filter((each) => each.kind !== 'tuple'),
    );
  }

  private item(object: Expr, index: Expr): boolean {
    if (index.kind !== 'slice') return this.uses('getItem', object, index);
    const ends = [index.start, index.stop].filter((each) => each !== undefined);
    return index.step === undefined && this.uses('substring or slice', object, ...ends);
  }

  private comprehension({ of, element, clauses }: Comprehension): boolean {
    const [each, ...rest] = clauses;
    if ((of !== 'list' && of !== 'generator') || each?.kind !== 'for' || each.target.kind !== 'name')
      return false;
    if (!this.expr(each.iterable)) return false;
    this.known.add(each.target.name);
    if (element.kind !== 'name') this.names.add('transform');
    const tests = rest.map((clause) => (clause.kind === 'if' ? clause.test : undefined));
    if (tests.length > 0) this.names.add('filter');
    return this.expr(element) && tests.every((test) => test !== undefined && this.expr(test));
  }

  private call(callee: Expr, args: readonly Argument[]): boolean {
    if (args.some(({ kind }) => kind !== 'plain')) return false;
    const values = args.map(({ value }) => value);
    const name = fullName(callee, this.imports);
    if (name !== undefined && Object.hasOwn(FUNCTIONS, name)) return this.uses(FUNCTIONS[name]!, ...values);
    if (callee.kind !== 'attribute' || !Object.hasOwn(METHODS, callee.name)) return false;
    return this.uses(METHODS[callee.name]!, callee.object, ...values);
  }
}

/** `x is None`, `x is not None`: what Spark’s functions do by themselves. */
function isNullGuard(test: Expr): boolean {
  if (test.kind !== 'compare' || test.rest.length !== 1) return false;
  const { operator, right } = test.rest[0]!;
  return /^is( not)?$/.test(operator) && right.kind === 'constant' && right.value === null;
}
