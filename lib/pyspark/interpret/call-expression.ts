import type { Argument, CallExpr } from '../syntax/ast.ts';
import { elementsOf } from '../values/iterate.ts';
import type { Args, CallSite, Scope, Value } from '../values/value.ts';
import type { Run } from './run.ts';

/** A method's site begins at its name, so that a chain's links do not contain each other. */
export function evaluateCall(run: Run, expr: CallExpr, scope: Scope): Value {
  const { callee } = expr;
  const { file } = scope;
  if (callee.kind === 'attribute') {
    const object = run.evaluate(callee.object, scope);
    const args = evaluateArgs(run, expr.args, scope);
    const range = { from: callee.nameSpan.from, to: expr.to };
    return run.method(object, callee.name, args, { file, name: callee.nameSpan, range });
  }
  const fn = run.evaluate(callee, scope);
  const site: CallSite = { file, name: callee, range: expr };
  if (callee.kind === 'name' && callee.name === 'super' && expr.args.length === 0) {
    const self = currentSelf(scope);
    if (self) return self;
  }
  return run.call(fn, evaluateArgs(run, expr.args, scope), site);
}

/** `super()` without arguments: the class of the function around and its first argument. */
function currentSelf(scope: Scope): Value | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) {
    const owner = at.vars.get('__class__');
    const self = at.vars.get('__self__');
    if (owner?.kind === 'class' && self) return { kind: 'super', owner, self };
  }
  return undefined;
}

export function evaluateArgs(run: Run, exprs: readonly Argument[], scope: Scope): Args {
  const positional: Value[] = [];
  const keywords = new Map<string, Value>();
  let open = false;
  for (const argument of exprs) {
    const value = run.evaluate(argument.value, scope);
    switch (argument.kind) {
      case 'plain':
        positional.push(value);
        break;
      case 'keyword':
        keywords.set(argument.name, value);
        break;
      case 'args': {
        const elements = elementsOf(value);
        positional.push(...(elements?.items ?? []));
        open ||= elements?.open ?? true;
        break;
      }
      case 'kwargs':
        if (value.kind !== 'dict' || value.open) open = true;
        if (value.kind !== 'dict') break;
        for (const [key, item] of value.entries.values())
          if (key.kind === 'str') keywords.set(key.value, item);
    }
  }
  return { positional, keywords, open };
}
