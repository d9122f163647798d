import type { FunctionDef, LambdaExpr, Param } from '../syntax/ast.ts';
import { dict, iterator, list, NONE, str, tuple, unknown } from '../values/make.ts';
import type { Args, CallSite, ClassValue, FunctionValue, Scope, Value } from '../values/value.ts';
import { LIMITS } from './budget.ts';
import { merge } from './merge.ts';
import type { CallFrame, Run } from './run.ts';
import { innerScope } from './scope.ts';

/** Defaults are evaluated where the function is made, as in Python. */
export function makeFunction(
  run: Run,
  name: string,
  def: FunctionDef | LambdaExpr,
  scope: Scope,
  owner?: ClassValue,
): FunctionValue {
  const defaults = new Map<string, Value>();
  for (const param of def.params) if (param.value) defaults.set(param.name, run.evaluate(param.value, scope));
  const made: FunctionValue = { kind: 'function', name, def, scope, defaults };
  return owner ? { ...made, owner } : made;
}

/** Runs the function's body with its parameters bound: every call by itself, nothing is summarised. */
export function callFunction(run: Run, fn: FunctionValue, args: Args, site: CallSite): Value {
  if (run.frames.length >= LIMITS.depth) {
    run.note(site.file, site.range, `calls of ${fn.name} inside each other`, 'what it returns is not known');
    return unknown(`calls of ${fn.name} nest too deep`);
  }
  const scope = innerScope(fn.scope);
  bindParams(fn, args, scope.vars);
  const { def } = fn;
  if (fn.owner && def.params[0]) {
    scope.vars.set('__class__', fn.owner);
    scope.vars.set('__self__', scope.vars.get(def.params[0].name) ?? NONE);
  }
  const generator = def.kind === 'function' && def.generator;
  const frame: CallFrame = { maybe: [], yields: generator ? [] : undefined };
  run.frames.push(frame);
  run.callers.push(run.range(site.file, site.range));
  try {
    if (def.kind === 'lambda') return run.evaluate(def.body, scope);
    const flow = run.execute(def.body, scope);
    if (frame.yields) return iterator(frame.yields);
    const certain = flow?.kind === 'return' ? flow.value : NONE;
    return frame.maybe.reduce<Value>((best, value) => merge(best, value)!, certain);
  } finally {
    run.frames.pop();
    run.callers.pop();
  }
}

/** What is given for each parameter; one that is left out without a default is unknown. */
function bindParams(fn: FunctionValue, args: Args, vars: Map<string, Value>): void {
  const { params } = fn.def;
  const keywords = new Map(args.keywords);
  let next = 0;
  for (const param of params) {
    if (param.kind === 'args') {
      const rest = args.positional.slice(next);
      next = args.positional.length;
      vars.set(param.name, args.open ? list(rest, true) : tuple(rest));
    } else if (param.kind === 'kwargs') {
      vars.set(
        param.name,
        dict(
          [...keywords].map(([key, value]) => [str(key), value]),
          args.open,
        ),
      );
    } else {
      const positional = param.kind === 'plain' ? args.positional[next] : undefined;
      if (positional) next++;
      vars.set(param.name, positional ?? takeKeyword(keywords, param) ?? defaultOf(fn, param));
    }
  }
}

function takeKeyword(keywords: Map<string, Value>, param: Param): Value | undefined {
  const value = keywords.get(param.name);
  keywords.delete(param.name);
  return value;
}

function defaultOf(fn: FunctionValue, param: Param): Value {
  return fn.defaults.get(param.name) ?? unknown(`the argument ${param.name} of ${fn.name} is not known`);
}
