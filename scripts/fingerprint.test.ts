import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint } from './fingerprint.mjs';

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'fingerprint-'));
  mkdirSync(join(base, 'app'));
  writeFileSync(join(base, 'app/page.tsx'), 'page');
  writeFileSync(join(base, 'app/page.test.ts'), 'test');
});
afterEach(() => rmSync(base, { recursive: true }));

const print = (skip?: (path: string) => boolean) => fingerprint(base, ['app', 'package.json'], skip);

describe('fingerprint', () => {
  it('stays the same when only times change', () => {
    const before = print();
    utimesSync(join(base, 'app/page.tsx'), 1, 1);
    expect(print()).toBe(before);
  });

  it('changes with a content, a name, and a file that comes or goes', () => {
    const seen = new Set([print()]);
    writeFileSync(join(base, 'app/page.tsx'), 'pagE');
    seen.add(print());
    writeFileSync(join(base, 'app/new.ts'), '');
    seen.add(print());
    writeFileSync(join(base, 'package.json'), '');
    seen.add(print());
    expect(seen.size).toBe(4);
  });

  it('does not see what is skipped', () => {
    const withoutTests = (path: string) => path.endsWith('.test.ts');
    const before = print(withoutTests);
    writeFileSync(join(base, 'app/page.test.ts'), 'changed');
    expect(print(withoutTests)).toBe(before);
  });
});
