import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UnreadableInput } from './errors.ts';
import { isOurFolder, isSource } from './read-sources.ts';

/**
 * Programs at the given paths: a file, a folder with a main.py as one program, and of any other folder every Python file
 * and notebook below it as a program of its own.
 */
export async function programsBelow(paths: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const info = await stat(path).catch(() => undefined);
    if (!info) throw new UnreadableInput(`${path}: there is no such file or directory`);
    const below = info.isFile() ? [path] : await inFolder(path);
    if (below.length === 0) throw new UnreadableInput(`${path}: no Python file and no notebook in it`);
    found.push(...below);
  }
  return [...new Set(found)];
}

async function inFolder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  if (entries.some((entry) => entry.isFile() && entry.name === 'main.py')) return [folder];
  const found: string[] = [];
  for (const entry of entries.toSorted((a, b) => a.name.localeCompare(b.name))) {
    const path = join(folder, entry.name);
    if (isSource(entry)) found.push(path);
    else if (isOurFolder(entry)) found.push(...(await inFolder(path)));
  }
  return found;
}
