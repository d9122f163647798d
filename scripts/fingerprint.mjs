import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * One hash over the names and contents of files and folders (relative to `base`); what is missing counts as missing.
 * Contents, not times: a fresh clone and a switched branch have new times and maybe the same sources.
 * @param {(path: string) => boolean} skip
 */
export function fingerprint(base, paths, skip = () => false) {
  const hash = createHash('sha256');
  for (const path of [...paths].sort()) add(path);
  return hash.digest('hex');

  function add(path) {
    if (skip(path)) return;
    const full = join(base, path);
    const stat = statSync(full, { throwIfNoEntry: false });
    if (stat?.isDirectory()) {
      for (const name of readdirSync(full).sort()) add(`${path}/${name}`);
      return;
    }
    hash.update(`${path}\0${stat ? stat.size : 'missing'}\0`);
    if (stat) hash.update(readFileSync(full));
  }
}
