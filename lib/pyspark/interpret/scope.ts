import type { Scope, Value } from '../values/value.ts';
import type { Run } from './run.ts';

export function moduleScope(file: string): Scope {
  const scope = {
    vars: new Map<string, Value>(),
    outer: undefined,
    file,
    globals: new Set<string>(),
    nonlocals: new Set<string>(),
  } as { -readonly [K in keyof Scope]: Scope[K] };
  scope.module = scope;
  return scope;
}

export function innerScope(outer: Scope): Scope {
  return {
    vars: new Map(),
    outer,
    module: outer.module,
    file: outer.file,
    globals: new Set(),
    nonlocals: new Set(),
  };
}

export function lookUp(scope: Scope, name: string): Value | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) {
    const value = at.vars.get(name);
    if (value !== undefined) return value;
  }
  return scope.module.vars.get(name);
}

export function bind(run: Run, scope: Scope, name: string, value: Value): void {
  run.journal.set(holderOf(scope, name).vars, name, value);
}

export function unbind(run: Run, scope: Scope, name: string): void {
  run.journal.delete(holderOf(scope, name).vars, name);
}

function holderOf(scope: Scope, name: string): Scope {
  if (scope.globals.has(name)) return scope.module;
  if (!scope.nonlocals.has(name)) return scope;
  for (let at = scope.outer; at !== undefined; at = at.outer) if (at.vars.has(name)) return at;
  return scope;
}
