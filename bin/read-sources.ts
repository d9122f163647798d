import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { readSource } from '#lib/pyspark/notebook/read-source.ts';
import { UnreadableInput } from './errors.ts';

/** A program's files by their path from its folder, as Python text. */
export interface ProgramFiles {
  readonly sources: ReadonlyMap<string, { readonly text: string }>;
  readonly main: string;
}

/** Folders of a project that hold other people's code. */
const NOT_OURS: ReadonlySet<string> = new Set(['node_modules', 'venv', 'site-packages', '__pycache__']);

/**
 * The program at a path: a Python file or a notebook with the modules beside it that it imports, or a folder, whose
 * program is main.py or the only file in it.
 */
export async function readProgram(path: string): Promise<ProgramFiles> {
  const info = await stat(path).catch(() => undefined);
  if (!info) throw new UnreadableInput(`${path}: there is no such file or directory`);
  if (info.isFile()) return ofFile(path);
  const files = await filesBelow(path);
  const names = files.map((file) => relative(path, file));
  const main = names.includes('main.py') ? 'main.py' : names.length === 1 ? names[0] : undefined;
  if (main === undefined) {
    throw new UnreadableInput(
      names.length === 0
        ? `${path}: no Python file and no notebook in it`
        : `${path}: ${names.length} files and no main.py; name the file that is run`,
    );
  }
  const read = await Promise.all(
    files.map(async (file) => [relative(path, file), await source(file)] as const),
  );
  return { sources: new Map(read), main };
}

async function ofFile(path: string): Promise<ProgramFiles> {
  const main = basename(path);
  const sources = new Map([[main, await source(path)]]);
  const todo = [main];
  for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
    for (const module of importedModules(sources.get(name)?.text ?? '')) {
      const file = `${module}.py`;
      const beside = join(dirname(path), file);
      if (sources.has(file) || !(await stat(beside).catch(() => undefined))?.isFile()) continue;
      sources.set(file, await source(beside));
      todo.push(file);
    }
  }
  return { sources, main };
}

function importedModules(text: string): readonly string[] {
  return [...text.matchAll(/^\s*(?:from|import)\s+([A-Za-z_]\w*)/gm)].map((match) => match[1]!);
}

async function source(path: string): Promise<{ readonly text: string }> {
  const found = readSource(path, await readFile(path, 'utf8'));
  if (!found)
    throw new UnreadableInput(`${path}: not a notebook; a .py file or an .ipynb notebook would work`);
  return found;
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (isSource(entry)) found.push(path);
    else if (isOurFolder(entry)) found.push(...(await filesBelow(path)));
  }
  return found.sort();
}

/** A Python file or a notebook. */
export function isSource(entry: Dirent): boolean {
  return entry.isFile() && /\.(py|ipynb)$/.test(entry.name);
}

/** A folder with code of the project itself. */
export function isOurFolder(entry: Dirent): boolean {
  return entry.isDirectory() && !entry.name.startsWith('.') && !NOT_OURS.has(entry.name);
}
