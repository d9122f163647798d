import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SETTINGS } from './setting-list.ts';

/** What looks like a setting and is none: properties of a job, a prefix, a method. */
const NO_SETTINGS =
  /^spark\.(?:job\.(?:description|tags)|jobGroup\.id|scheduler\.pool|sql\.execution\.id|range|sql\.adaptive(?:\.coalescePartitions)?)$/;

/** Settings named in the source of rules. */
function namedIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|testing/.test(file))
    .flatMap((file) => [
      ...readFileSync(join(folder, file), 'utf8').matchAll(/'(spark\.[A-Za-z0-9.]*[A-Za-z0-9])'/g),
    ])
    .map(([, name]) => name!)
    .filter((name) => !NO_SETTINGS.test(name));
}

describe('the pages of settings', () => {
  it.each(['lib/plan', 'lib/simulator'])('have every setting that %s reads', (folder) => {
    const documented = SETTINGS.map(({ name }) => name);
    expect([...new Set(namedIn(folder))].filter((name) => !documented.includes(name))).toEqual([]);
  });

  it('have each setting once', () => {
    expect(new Set(SETTINGS.map(({ name }) => name)).size).toBe(SETTINGS.length);
  });
});
