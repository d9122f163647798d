import { entry } from '../api/method.ts';
import { PYSPARK_MODULES, pysparkMember } from '../api/modules.ts';
import type { Run } from '../interpret/run.ts';
import { unknown } from '../values/make.ts';
import type { Value } from '../values/value.ts';
import { NOTEBOOK } from './notebook.ts';
import { BUILTINS } from './python/builtins.ts';
import { COLLECTIONS, COPY, FUNCTOOLS, ITERTOOLS, OPERATOR } from './python/functional.ts';
import { DATE_CLASS, DATETIME, DATETIME_CLASS, TIME } from './python/moments.ts';
import { PANDAS } from './python/pandas.ts';
import { ARGPARSE, JSON_MODULE, MATH, OS, OS_ENVIRON, OS_PATH, PATHLIB, SYS } from './python/system.ts';
import type { ModuleTable } from './table.ts';

const MODULES: Readonly<Record<string, ModuleTable>> = {
  builtins: BUILTINS,
  notebook: NOTEBOOK,
  functools: FUNCTOOLS,
  operator: OPERATOR,
  itertools: ITERTOOLS,
  collections: COLLECTIONS,
  copy: COPY,
  datetime: DATETIME,
  'datetime.datetime': DATETIME_CLASS,
  'datetime.date': DATE_CLASS,
  time: TIME,
  os: OS,
  'os.path': OS_PATH,
  'os.environ': OS_ENVIRON,
  sys: SYS,
  json: JSON_MODULE,
  math: MATH,
  argparse: ARGPARSE,
  pathlib: PATHLIB,
  pandas: PANDAS,
  ...PYSPARK_MODULES,
};

/** Known libraries without a model: their names stay what they are, so that `isinstance` and the like see them. */
const OTHER_MODULES =
  /^(pyspark|typing|logging|re|random|string|uuid|abc|enum|dataclasses|decimal|numpy|types|contextlib|warnings|traceback|io|subprocess|threading|concurrent)(\.|$)/;

export function knownModule(name: string): boolean {
  return entry(MODULES, name) !== undefined || OTHER_MODULES.test(name);
}

export function hasModuleMember(module: string, name: string): boolean {
  const table = entry(MODULES, module);
  return table !== undefined && entry(table, name) !== undefined;
}

export function moduleMember(run: Run, module: string, name: string): Value {
  const table = entry(MODULES, module);
  const member = table && entry(table, name);
  if (member) return member(run);
  const path = `${module}.${name}`;
  if (entry(MODULES, path)) return { kind: 'module', name: path };
  return pysparkMember(module, name) ?? unknown(`${path} is not modelled`);
}

/** What calling the name itself gives: classes are modules here. */
export function moduleCall(run: Run, name: string): Value | undefined {
  const table = entry(MODULES, name);
  return table && entry(table, '__call__')?.(run);
}

/** `from module import *`. */
export function* starNames(run: Run, module: string): Iterable<readonly [string, Value]> {
  const table = entry(MODULES, module);
  if (!table) return;
  for (const [name, member] of Object.entries(table)) if (!name.startsWith('_')) yield [name, member(run)];
}
