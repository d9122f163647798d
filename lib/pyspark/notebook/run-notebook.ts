import type { Run } from '../interpret/run.ts';
import { NONE, unknown } from '../values/make.ts';
import type { CallSite, Scope, Value } from '../values/value.ts';

const SUFFIXES = ['', '.py', '.ipynb', '.sql'];

/** `%run ./other`: the other notebook's text runs as if it stood here, with the same names. */
export function runNotebook(run: Run, path: string | undefined, site: CallSite): Value {
  const found = path === undefined ? undefined : findNotebook(run, path, site.file);
  const file = found === undefined ? undefined : run.files.get(found);
  const scope = run.modules.get(site.file);
  if (file === undefined || scope === undefined || run.frames.length > 0) {
    run.note(
      site.file,
      site.range,
      `%run of a notebook that is not there: ${path ?? '?'}`,
      'what it defines is not known',
    );
    return unknown('the result of a notebook');
  }
  const inside = { ...scope, file: file.path } as { -readonly [K in keyof Scope]: Scope[K] };
  inside.module = inside;
  run.modules.set(file.path, inside);
  run.callers.push(run.range(site.file, site.range));
  try {
    run.execute(file.module.body, inside);
  } finally {
    run.callers.pop();
  }
  return NONE;
}

function findNotebook(run: Run, path: string, from: string): string | undefined {
  const folder = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  const parts: string[] = [...folder];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  const target = parts.join('/');
  for (const suffix of SUFFIXES) if (run.files.has(target + suffix)) return target + suffix;
  // An absolute path of a workspace: the notebook of that name.
  const name = `/${parts.at(-1)}`;
  return [...run.files.keys()].find((file) => SUFFIXES.some((suffix) => `/${file}`.endsWith(name + suffix)));
}
