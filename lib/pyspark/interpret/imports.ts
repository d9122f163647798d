import { knownModule, moduleMember, starNames } from '../modules/registry.ts';
import type { Stmt } from '../syntax/ast.ts';
import { unknown } from '../values/make.ts';
import type { Scope, Value } from '../values/value.ts';
import type { Run } from './run.ts';
import { bind, moduleScope } from './scope.ts';

export function executeImport(run: Run, stmt: Stmt & { kind: 'import' | 'import-from' }, scope: Scope): void {
  if (stmt.kind === 'import') {
    for (const { name, as } of stmt.names) {
      const value = run.importModule(name, scope, 0);
      // `import a.b` binds `a`; b is found as its attribute.
      const first = name.split('.')[0]!;
      bind(run, scope, as ?? first, as || first === name ? value : run.importModule(first, scope, 0));
    }
    return;
  }
  const module = run.importModule(stmt.module, scope, stmt.level);
  if (stmt.names === undefined) {
    for (const [name, value] of starOf(run, module)) bind(run, scope, name, value);
    return;
  }
  for (const { name, as } of stmt.names) {
    bind(run, scope, as ?? name, memberOf(run, module, name, stmt, scope));
  }
}

function starOf(run: Run, module: Value): Iterable<readonly [string, Value]> {
  if (module.kind !== 'module') return [];
  if (module.scope) return [...module.scope.vars].filter(([name]) => !name.startsWith('_'));
  return starNames(run, module.name);
}

function memberOf(
  run: Run,
  module: Value,
  name: string,
  stmt: Stmt & { kind: 'import-from' },
  scope: Scope,
): Value {
  if (module.kind !== 'module') return unknown(`${stmt.module}.${name} is not part of the project`);
  const own = module.scope?.vars.get(name);
  if (own !== undefined) return own;
  const path = stmt.module === '' ? name : `${stmt.module}.${name}`;
  if (module.scope || findFile(run, path, scope, stmt.level))
    return run.importModule(path, scope, stmt.level);
  return moduleMember(run, module.name, name);
}

/** A file of the project, else one of the modules that are modelled, else something unknown. */
export function importModule(run: Run, name: string, from: Scope, level: number): Value {
  const path = findFile(run, name, from, level);
  if (path !== undefined) return { kind: 'module', name, scope: loadFile(run, path) };
  if (level === 0 && knownModule(name)) return { kind: 'module', name };
  if (isFolder(run, name, from, level)) return { kind: 'module', name, scope: moduleScope(from.file) };
  return { kind: 'module', name: level === 0 ? name : `${'.'.repeat(level)}${name}` };
}

function candidates(run: Run, name: string, from: Scope, level: number): readonly string[] {
  const inside = name === '' ? [] : name.split('.');
  const folder = from.file.split('/').slice(0, -1);
  const bases =
    level > 0 ? [folder.slice(0, folder.length - level + 1).join('/')] : [folder.join('/'), ...run.roots];
  return bases.map((base) => [...(base === '' ? [] : [base]), ...inside].join('/'));
}

function findFile(run: Run, name: string, from: Scope, level: number): string | undefined {
  for (const path of candidates(run, name, from, level)) {
    for (const file of [`${path}.py`, path === '' ? '__init__.py' : `${path}/__init__.py`]) {
      if (run.files.has(file)) return file;
    }
  }
  return undefined;
}

function isFolder(run: Run, name: string, from: Scope, level: number): boolean {
  return candidates(run, name, from, level).some((path) =>
    [...run.files.keys()].some((file) => file.startsWith(path === '' ? '' : `${path}/`)),
  );
}

/** Runs a module once; one that imports itself in a circle sees what is there so far. */
function loadFile(run: Run, path: string): Scope {
  const known = run.modules.get(path);
  if (known) return known;
  const scope = moduleScope(path);
  scope.vars.set('__name__', { kind: 'str', value: path.replace(/\.py$/, '').replaceAll('/', '.') });
  run.modules.set(path, scope);
  const file = run.files.get(path);
  if (file) run.execute(file.module.body, scope);
  return scope;
}
