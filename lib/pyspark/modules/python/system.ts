import { numberOf, textOf } from '../../api/read-value.ts';
import type { Bound } from '../../api/signature.ts';
import { bool, dict, float, int, list, NONE, native, str, unknown } from '../../values/make.ts';
import type { Value } from '../../values/value.ts';
import { constant, functions, type ModuleTable } from '../table.ts';
import { leave } from './builtins.ts';

/** What is read from outside is not known; where the program names a default, that is what goes on. */
function outside(what: string): (a: Bound) => Value {
  return (a) => a.get('default') ?? unknown(what);
}

export const OS: ModuleTable = functions({
  getenv: ['key, default', outside('an environment variable')],
  getcwd: ['', () => unknown('the working directory')],
  listdir: ['path', () => unknown('the files of a folder')],
  makedirs: ['path', () => NONE],
});

export const OS_ENVIRON: ModuleTable = functions({
  get: ['key, default', outside('an environment variable')],
  setdefault: ['key, value', (a) => a.get('value') ?? NONE],
});

export const OS_PATH: ModuleTable = functions({
  join: [
    '*parts',
    (a) => {
      const parts = a.rest.map(textOf);
      if (parts.includes(undefined)) return unknown('a path that depends on the run');
      return str(
        (parts as string[]).reduce(
          (path, part) =>
            part.startsWith('/') || path === '' ? part : path.endsWith('/') ? path + part : `${path}/${part}`,
          '',
        ),
      );
    },
  ],
  basename: ['path', (a) => pathPart(a, (path) => path.slice(path.lastIndexOf('/') + 1))],
  dirname: ['path', (a) => pathPart(a, (path) => path.slice(0, Math.max(0, path.lastIndexOf('/'))))],
  exists: ['path', () => unknown('whether a file exists')],
  isfile: ['path', () => unknown('whether a file exists')],
  isdir: ['path', () => unknown('whether a folder exists')],
});

function pathPart(a: Bound, part: (path: string) => string): Value {
  const path = textOf(a.get('path'));
  return path === undefined ? unknown('a path that depends on the run') : str(part(path));
}

export const SYS: ModuleTable = {
  argv: constant(unknown('the arguments of the program')),
  path: constant(list([], true)),
  version_info: constant(unknown('the version of Python')),
  ...functions({ exit: ['status', (a) => leave(a.get('status'))] }),
};

export const JSON_MODULE: ModuleTable = functions({
  loads: [
    's',
    (a) => {
      const text = textOf(a.get('s'));
      try {
        return text === undefined ? unknown('JSON that depends on the run') : fromJson(JSON.parse(text));
      } catch {
        return unknown('text that is no JSON');
      }
    },
  ],
});

function fromJson(value: unknown): Value {
  if (value === null) return NONE;
  if (typeof value === 'string') return str(value);
  if (typeof value === 'boolean') return bool(value);
  if (typeof value === 'number') return Number.isInteger(value) ? int(value) : float(value);
  if (Array.isArray(value)) return list(value.map(fromJson));
  return dict(Object.entries(value as object).map(([key, each]) => [str(key), fromJson(each)]));
}

export const MATH: ModuleTable = {
  pi: constant(float(Math.PI)),
  e: constant(float(Math.E)),
  inf: constant(float(Number.POSITIVE_INFINITY)),
  ...functions({
    ceil: ['x', (a) => rounded(a, Math.ceil)],
    floor: ['x', (a) => rounded(a, Math.floor)],
    sqrt: [
      'x',
      (a) => {
        const x = numberOf(a.get('x'));
        return x === undefined ? unknown('a number that depends on the run') : float(Math.sqrt(x));
      },
    ],
  }),
};

function rounded(a: Bound, make: (x: number) => number): Value {
  const x = numberOf(a.get('x'));
  return x === undefined ? unknown('a number that depends on the run') : int(make(x));
}

/** `parser.add_argument("--n", default=5)` … `args.n`: the default, where there is one. */
export const ARGPARSE: ModuleTable = functions({
  ArgumentParser: [
    'description',
    () => {
      const attrs = new Map<string, Value>();
      const parsed: Value = { kind: 'instance', cls: namespace, attrs };
      const parser = new Map<string, Value>([
        [
          'add_argument',
          native('add_argument', (given) => {
            const names = given.positional.map(textOf).filter((name) => name !== undefined);
            const long = names.find((name) => name.startsWith('--')) ?? names[0] ?? '';
            const name = textOf(given.keywords.get('dest')) ?? long.replace(/^-+/, '').replaceAll('-', '_');
            const stored = textOf(given.keywords.get('action')) === 'store_true' ? bool(false) : undefined;
            attrs.set(
              name,
              given.keywords.get('default') ?? stored ?? unknown(`the argument ${long} of the program`),
            );
            return NONE;
          }),
        ],
        ['parse_args', native('parse_args', () => parsed)],
        [
          'parse_known_args',
          native('parse_known_args', () => ({ kind: 'tuple', items: [parsed, list([], true)] })),
        ],
      ]);
      parser.set(
        'add_argument_group',
        native('add_argument_group', () => ({ kind: 'instance', cls: namespace, attrs: parser })),
      );
      return { kind: 'instance', cls: namespace, attrs: parser };
    },
  ],
});

const namespace = {
  kind: 'class',
  name: 'Namespace',
  bases: [],
  attrs: new Map<string, Value>(),
  def: undefined,
  isEnum: false,
} as const;

export const PATHLIB: ModuleTable = functions({
  Path: [
    '*parts',
    (a) => {
      const parts = a.rest.map(textOf);
      return parts.includes(undefined) ? unknown('a path that depends on the run') : str(parts.join('/'));
    },
  ],
});
