import type { Expr } from '../syntax/ast.ts';
import { args } from '../values/make.ts';
import type { ClassValue, FunctionValue, Scope, Value } from '../values/value.ts';
import { annotatedFields } from './classes.ts';
import type { Run } from './run.ts';

/** Innermost first. A decorator that is not known leaves what it decorates as it is: most of them wrap. */
export function decorate(
  run: Run,
  decorators: readonly Expr[],
  value: FunctionValue | ClassValue,
  scope: Scope,
): Value {
  let result: Value = value;
  for (const expr of decorators.toReversed()) result = decorateOnce(run, expr, result, scope);
  return result;
}

function decorateOnce(run: Run, expr: Expr, value: Value, scope: Scope): Value {
  const name = nameOf(expr);
  if (value.kind === 'function') {
    if (name === 'staticmethod') return { ...value, binding: 'static' };
    if (name === 'classmethod') return { ...value, binding: 'class' };
    if (name === 'property' || name === 'cached_property' || name === 'lazy_property') {
      return { ...value, binding: 'property' };
    }
    // `@x.setter` keeps the property that x is.
    if (expr.kind === 'attribute' && (name === 'setter' || name === 'deleter'))
      return run.evaluate(expr.object, scope);
  }
  if (value.kind === 'class' && (name === 'dataclass' || name === 'define' || name === 's')) {
    if (value.def) value.fields = annotatedFields(value, value.def);
    return value;
  }
  const decorator = run.evaluate(expr, scope);
  const result = run.call(decorator, args([value]), { file: scope.file, name: expr, range: expr });
  return result.kind === 'unknown' || result.kind === 'opaque' ? value : result;
}

function nameOf(expr: Expr): string {
  if (expr.kind === 'call') return nameOf(expr.callee);
  return expr.kind === 'name' || expr.kind === 'attribute' ? expr.name : '';
}
