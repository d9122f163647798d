import { openAsBlob } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { NamedBlob } from '#lib/eventlog/discover/event-log-source.ts';
import { UnreadableInput } from './errors.ts';

/** The files behind the paths of a command line; a directory stands for everything below it. */
export async function givenFiles(paths: readonly string[]): Promise<readonly NamedBlob[]> {
  const files: NamedBlob[] = [];
  for (const path of paths) await collect(path, basename(path.replace(/\/+$/, '')) || path, files);
  return files;
}

async function collect(path: string, shown: string, files: NamedBlob[]): Promise<void> {
  const info = await stat(path).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'there is no such file or directory' : error.message;
    throw new UnreadableInput(`${path}: ${why}`);
  });
  if (info.isFile()) files.push({ path: shown, blob: await openAsBlob(path) });
  else if (info.isDirectory()) {
    for (const name of (await readdir(path)).sort())
      await collect(join(path, name), `${shown}/${name}`, files);
  }
}
