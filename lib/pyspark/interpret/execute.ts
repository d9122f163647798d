import type { Expr, Handler, Stmt } from '../syntax/ast.ts';
import { elementsOf, unknownElement } from '../values/iterate.ts';
import { NONE, TRUE, unknown } from '../values/make.ts';
import { truth } from '../values/truth.ts';
import type { Scope, Value } from '../values/value.ts';
import { assignTo } from './assignment.ts';
import { conditionText, eitherBranch } from './branches.ts';
import { LIMITS } from './budget.ts';
import { makeClass } from './classes.ts';
import { decorate } from './decorators.ts';
import { type Flow, Raised } from './flow.ts';
import { makeFunction } from './functions.ts';
import { executeImport } from './imports.ts';
import { matchCases } from './match.ts';
import type { Run } from './run.ts';
import { bind, unbind } from './scope.ts';

export function execute(run: Run, body: readonly Stmt[], scope: Scope): Flow {
  for (const stmt of body) {
    run.budget.spend();
    const flow = statement(run, stmt, scope);
    if (flow !== undefined) return flow;
  }
  return undefined;
}

function statement(run: Run, stmt: Stmt, scope: Scope): Flow {
  switch (stmt.kind) {
    case 'expression':
      run.evaluate(stmt.value, scope);
      return undefined;
    case 'assign': {
      const value = run.evaluate(stmt.value, scope);
      for (const target of stmt.targets) run.assign(target, value, scope);
      return undefined;
    }
    case 'annotated':
      if (stmt.value) run.assign(stmt.target, run.evaluate(stmt.value, scope), scope);
      return undefined;
    case 'augmented':
      augmented(run, stmt, scope);
      return undefined;
    case 'return':
      return { kind: 'return', value: stmt.value ? run.evaluate(stmt.value, scope) : NONE };
    case 'break':
    case 'continue':
      return { kind: stmt.kind };
    case 'if': {
      const test = truth(run.evaluate(stmt.test, scope));
      if (test === undefined) return eitherBranch(run, stmt.test, stmt.body, stmt.orElse, scope);
      return run.execute(test ? stmt.body : stmt.orElse, scope);
    }
    case 'for':
      return forLoop(run, stmt, scope);
    case 'while':
      return whileLoop(run, stmt, scope);
    case 'try':
      return tryStatement(run, stmt, scope);
    case 'with':
      for (const item of stmt.items) {
        const value = entered(run, item.value, scope);
        if (item.target) run.assign(item.target, value, scope);
      }
      return run.execute(stmt.body, scope);
    case 'raise':
      throw new Raised(stmt.value ? run.evaluate(stmt.value, scope) : NONE);
    default:
      return definition(run, stmt, scope);
  }
}

function definition(run: Run, stmt: Stmt, scope: Scope): Flow {
  switch (stmt.kind) {
    case 'function': {
      const made = makeFunction(run, stmt.name, stmt, scope);
      bind(run, scope, stmt.name, decorate(run, stmt.decorators, made, scope));
      return undefined;
    }
    case 'class':
      bind(run, scope, stmt.name, decorate(run, stmt.decorators, makeClass(run, stmt, scope), scope));
      return undefined;
    case 'import':
    case 'import-from':
      executeImport(run, stmt, scope);
      return undefined;
    case 'global':
      for (const name of stmt.names) scope.globals.add(name);
      return undefined;
    case 'nonlocal':
      for (const name of stmt.names) scope.nonlocals.add(name);
      return undefined;
    case 'delete':
      for (const target of stmt.targets) remove(run, target, scope);
      return undefined;
    case 'match':
      return matchCases(run, stmt, scope);
    case 'assert':
      run.evaluate(stmt.test, scope);
      return undefined;
    default:
      return undefined;
  }
}

function augmented(run: Run, stmt: Stmt & { kind: 'augmented' }, scope: Scope): void {
  const before = run.evaluate(stmt.target, scope);
  const value = run.evaluate(stmt.value, scope);
  // `items += more` changes the list itself, which others may hold.
  if (before.kind === 'list' && stmt.operator === '+') {
    const elements = elementsOf(value);
    before.items.push(...(elements?.items ?? []));
    before.open ||= elements?.open ?? true;
    return;
  }
  assignTo(run, stmt.target, run.binary(stmt.operator, before, value), scope);
}

function forLoop(run: Run, stmt: Stmt & { kind: 'for' }, scope: Scope): Flow {
  const iterable = run.evaluate(stmt.iterable, scope);
  const elements = elementsOf(iterable);
  const known = elements !== undefined && (elements.items.length > 0 || !elements.open);
  const items = known ? elements.items : [unknownElement(iterable)];
  if (!known || elements.open) {
    run.note(
      scope.file,
      stmt.iterable,
      `loop over what depends on the run: ${conditionText(run, stmt.iterable, scope)}`,
      'its body is shown once',
    );
  }
  if (!known) run.conditions.push(`turns of the loop over ${conditionText(run, stmt.iterable, scope)}`);
  const start = run.budget.spent;
  try {
    for (const item of items) {
      if (cutShort(run, start, stmt.iterable, scope)) break;
      run.assign(stmt.target, item, scope);
      const flow = run.execute(stmt.body, scope);
      if (flow?.kind === 'break') return undefined;
      if (flow?.kind === 'return') {
        if (known) return flow;
        run.frames.at(-1)?.maybe.push(flow.value);
      }
    }
  } finally {
    if (!known) run.conditions.pop();
  }
  return run.execute(stmt.orElse, scope);
}

/** Whether a loop has done as much as is gone through of one; what follows it goes on from there. */
function cutShort(run: Run, start: number, place: Expr, scope: Scope): boolean {
  if (run.budget.spent - start <= LIMITS.loop) return false;
  run.note(scope.file, place, 'a loop of very many turns', 'its later turns are not shown');
  return true;
}

/** A condition that depends on the run counts as true once: the loop's body is shown one time. */
function whileLoop(run: Run, stmt: Stmt & { kind: 'while' }, scope: Scope): Flow {
  const start = run.budget.spent;
  for (let turn = 0; turn < LIMITS.turns; turn++) {
    if (cutShort(run, start, stmt.test, scope)) return undefined;
    const test = truth(run.evaluate(stmt.test, scope));
    if (test === false) return run.execute(stmt.orElse, scope);
    const endless = stmt.test.kind === 'constant' || stmt.test.kind === 'integer';
    const once = test === undefined || endless;
    if (once) {
      const condition = conditionText(run, stmt.test, scope);
      run.note(
        scope.file,
        stmt.test,
        `loop that ends by what depends on the run: ${condition}`,
        'its body is shown once',
      );
      run.conditions.push(`turns of the loop while ${condition}`);
    }
    try {
      const flow = run.execute(stmt.body, scope);
      if (flow?.kind === 'return') return flow;
      if (flow?.kind === 'break') return undefined;
    } finally {
      if (once) run.conditions.pop();
    }
    if (once) return undefined;
  }
  return undefined;
}

/** Handlers run only after a `raise` that certainly happened: a run that goes well passes them over. */
function tryStatement(run: Run, stmt: Stmt & { kind: 'try' }, scope: Scope): Flow {
  let flow: Flow;
  try {
    flow = run.execute(stmt.body, scope) ?? run.execute(stmt.orElse, scope);
  } catch (error) {
    const handler = error instanceof Raised ? stmt.handlers[0] : undefined;
    if (!(error instanceof Raised) || !handler) {
      if (error instanceof Raised) run.execute(stmt.final, scope);
      throw error;
    }
    flow = handle(run, handler, error.value, scope);
  }
  return run.execute(stmt.final, scope) ?? flow;
}

function handle(run: Run, handler: Handler, value: Value, scope: Scope): Flow {
  if (handler.name) bind(run, scope, handler.name, value.kind === 'none' ? unknown('an exception') : value);
  return run.execute(handler.body, scope);
}

/** `with x as y`: what __enter__ returns, for most objects the object itself. */
function entered(run: Run, expr: Expr, scope: Scope): Value {
  const value = run.evaluate(expr, scope);
  if (value.kind === 'iterator') return value.items[0] ?? NONE;
  if (value.kind !== 'instance') return value;
  const enter = run.classAttribute(value.cls, '__enter__');
  if (enter?.kind !== 'function') return value;
  const site = { file: scope.file, name: expr, range: expr };
  return run.call(
    { kind: 'bound', fn: enter, self: value },
    { positional: [], keywords: new Map(), open: false },
    site,
  );
}

function remove(run: Run, target: Expr, scope: Scope): void {
  if (target.kind === 'name') unbind(run, scope, target.name);
  if (target.kind !== 'subscript') return;
  const object = run.evaluate(target.object, scope);
  const index = run.evaluate(target.index, scope);
  const site = { file: scope.file, name: target, range: target };
  if (object.kind === 'dict')
    run.method(object, 'pop', { positional: [index, TRUE], keywords: new Map(), open: false }, site);
  if (object.kind === 'list' && index.kind === 'int') object.items.splice(index.value, 1);
}
