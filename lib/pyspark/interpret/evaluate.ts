import type { Comprehension, Expr } from '../syntax/ast.ts';
import { formatValue } from '../values/format.ts';
import { elementsOf, unknownElement } from '../values/iterate.ts';
import {
  bool,
  dict,
  FALSE,
  float,
  int,
  iterator,
  list,
  NONE,
  set,
  str,
  TRUE,
  tuple,
  unknown,
} from '../values/make.ts';
import { strOf } from '../values/python-text.ts';
import { truth } from '../values/truth.ts';
import type { Scope, UnknownValue, Value } from '../values/value.ts';
import { LIMITS } from './budget.ts';
import { builtin } from './builtins.ts';
import { evaluateCall } from './call-expression.ts';
import { compare } from './compare.ts';
import { makeFunction } from './functions.ts';
import { merge } from './merge.ts';
import type { Run } from './run.ts';
import { bind, innerScope, lookUp } from './scope.ts';

export function evaluate(run: Run, expr: Expr, scope: Scope): Value {
  run.budget.spend();
  switch (expr.kind) {
    case 'name':
      return lookUp(scope, expr.name) ?? builtin(run, expr.name) ?? unknownName(run, expr, scope);
    case 'text':
      return expr.bytes ? { kind: 'bytes', value: expr.value } : str(expr.value);
    case 'integer':
      return integer(expr.text);
    case 'float':
      return /j$/i.test(expr.text)
        ? unknown('a complex number')
        : float(Number(expr.text.replaceAll('_', '')));
    case 'constant':
      if (expr.value === 'ellipsis') return { kind: 'ellipsis' };
      return expr.value === null ? NONE : expr.value ? TRUE : FALSE;
    case 'f-string':
      return formatted(run, expr, scope);
    case 'attribute':
      return run.attribute(run.evaluate(expr.object, scope), expr.name, {
        file: scope.file,
        name: expr.nameSpan,
        range: expr.nameSpan,
      });
    case 'call':
      return evaluateCall(run, expr, scope);
    case 'subscript':
      return run.item(run.evaluate(expr.object, scope), run.evaluate(expr.index, scope), {
        file: scope.file,
        name: expr,
        range: expr,
      });
    case 'list':
    case 'set': {
      const { items, open } = collect(run, expr.items, scope);
      return expr.kind === 'list' ? list(items, open) : set(items, open);
    }
    case 'tuple': {
      const { items, open } = collect(run, expr.items, scope);
      return open ? list(items, true) : tuple(items);
    }
    case 'dict':
      return dictionary(run, expr, scope);
    case 'slice': {
      const part = (of: Expr | undefined): Value => (of ? run.evaluate(of, scope) : NONE);
      return { kind: 'slice', start: part(expr.start), stop: part(expr.stop), step: part(expr.step) };
    }
    case 'binary':
      return run.binary(expr.operator, run.evaluate(expr.left, scope), run.evaluate(expr.right, scope));
    default:
      return evaluateControl(run, expr, scope);
  }
}

function evaluateControl(run: Run, expr: Expr, scope: Scope): Value {
  switch (expr.kind) {
    case 'unary':
      return run.binary(`unary ${expr.operator}`, run.evaluate(expr.operand, scope), NONE);
    case 'not': {
      const value = truth(run.evaluate(expr.operand, scope));
      return value === undefined ? unknown('depends on the run') : bool(!value);
    }
    case 'and':
    case 'or':
      return logical(run, expr, scope);
    case 'compare':
      return compare(run, expr, scope);
    case 'conditional': {
      const test = truth(run.evaluate(expr.test, scope));
      if (test !== undefined) return run.evaluate(test ? expr.body : expr.orElse, scope);
      return merge(run.evaluate(expr.body, scope), run.evaluate(expr.orElse, scope))!;
    }
    case 'lambda':
      return makeFunction(run, '<lambda>', expr, scope);
    case 'comprehension':
      return comprehension(run, expr, scope);
    case 'named': {
      const value = run.evaluate(expr.value, scope);
      bind(run, scope, expr.name, value);
      return value;
    }
    case 'await':
    case 'starred':
      return run.evaluate(expr.value, scope);
    case 'yield': {
      const value = expr.value ? run.evaluate(expr.value, scope) : NONE;
      const yields = run.frames.at(-1)?.yields;
      if (expr.from_) yields?.push(...(elementsOf(value)?.items ?? [unknownElement(value)]));
      else yields?.push(value);
      return unknown('what is sent into a generator');
    }
    default:
      return unknown('text that is no Python');
  }
}

function unknownName(run: Run, expr: Expr & { kind: 'name' }, scope: Scope): UnknownValue {
  const value = unknown(`the name ${expr.name} is not defined here`);
  // Once for each name of a file: later uses tell nothing new.
  run.journal.set(scope.module.vars, expr.name, value);
  run.note(scope.file, expr, `name that is not defined: ${expr.name}`, 'its value is not known');
  return value;
}

function integer(text: string): Value {
  const digits = text.replaceAll('_', '').replace(/[lL]$/, '');
  if (/j$/i.test(digits)) return unknown('a complex number');
  return int(/^0\d/.test(digits) ? Number.parseInt(digits, 8) : Number(digits));
}

/** Elements of a display, with `*rows` spread. */
export function collect(
  run: Run,
  exprs: readonly Expr[],
  scope: Scope,
): { readonly items: Value[]; readonly open: boolean } {
  const items: Value[] = [];
  let open = false;
  for (const expr of exprs) {
    if (expr.kind !== 'starred') {
      items.push(run.evaluate(expr, scope));
      continue;
    }
    const value = run.evaluate(expr.value, scope);
    const elements = elementsOf(value);
    items.push(...(elements?.items ?? []));
    open ||= elements?.open ?? true;
  }
  return { items, open };
}

function dictionary(run: Run, expr: Expr & { kind: 'dict' }, scope: Scope): Value {
  const pairs: (readonly [Value, Value])[] = [];
  let open = false;
  for (const item of expr.items) {
    if (item.key !== undefined) {
      pairs.push([run.evaluate(item.key, scope), run.evaluate(item.value, scope)]);
      continue;
    }
    const value = run.evaluate(item.value, scope);
    if (value.kind === 'dict') pairs.push(...value.entries.values());
    open ||= value.kind !== 'dict' || value.open;
  }
  return dict(pairs, open);
}

function formatted(run: Run, expr: Expr & { kind: 'f-string' }, scope: Scope): Value {
  let text = '';
  for (const part of expr.parts) {
    if (typeof part === 'string') {
      text += part;
      continue;
    }
    const value = run.evaluate(part.value, scope);
    // A format that is itself computed (`{x:{width}}`) is left alone.
    const shown = part.format?.includes('{')
      ? strOf(value)
      : formatValue(value, part.format, part.conversion);
    if (shown === undefined)
      return unknown(value.kind === 'unknown' ? value.why : 'a text that depends on the run');
    text += shown;
  }
  return str(text);
}

/** With an unknown left side, `a or b` goes on with b: that is how defaults are written. */
function logical(run: Run, expr: Expr & { kind: 'and' | 'or' }, scope: Scope): Value {
  const left = run.evaluate(expr.left, scope);
  const known = truth(left);
  if (known !== undefined) return known === (expr.kind === 'or') ? left : run.evaluate(expr.right, scope);
  const right = run.evaluate(expr.right, scope);
  if (left.kind !== 'unknown') return left.kind === 'instance' && expr.kind === 'or' ? left : right;
  const decides = truth(right);
  const isTruth = right.kind === 'bool' || right.kind === 'unknown';
  if (isTruth) return decides === (expr.kind === 'or') ? right : unknown(left.why);
  return expr.kind === 'or' ? right : unknown(left.why);
}

function comprehension(run: Run, expr: Comprehension, outer: Scope): Value {
  const scope = innerScope(outer);
  const found: (readonly [Value, Value])[] = [];
  const start = run.budget.spent;
  let open = false;
  const go = (index: number): void => {
    const clause = expr.clauses[index];
    if (clause === undefined) {
      const element = run.evaluate(expr.element, scope);
      found.push([element, expr.value ? run.evaluate(expr.value, scope) : element]);
      return;
    }
    if (clause.kind === 'if') {
      const test = truth(run.evaluate(clause.test, scope));
      if (test === undefined) open = true;
      if (test !== false) go(index + 1);
      return;
    }
    const iterable = run.evaluate(clause.iterable, index === 0 ? outer : scope);
    const elements = elementsOf(iterable);
    open ||= elements?.open ?? true;
    for (const element of elements?.items ?? [unknownElement(iterable)]) {
      if (run.budget.spent - start > LIMITS.loop) {
        open = true;
        return;
      }
      run.assign(clause.target, element, scope);
      go(index + 1);
    }
  };
  go(0);
  if (expr.of === 'dict') return dict(found, open);
  const items = found.map(([element]) => element);
  if (expr.of === 'set') return set(items, open);
  return expr.of === 'generator' ? iterator(items, open) : list(items, open);
}
