import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inertPath } from './inert-path.ts';

describe('inertPath', () => {
  it.each([
    ['logs/app-1.zstd', 'logs/app-1.zstd'],
    ['../../etc/passwd', 'etc/passwd'],
    ['/etc/passwd', 'etc/passwd'],
    ['C:\\Users\\ada\\app-1', 'Users/ada/app-1'],
    ['a/./b//c/../d', 'a/b/c/d'],
    ['line\nbreak', 'line�break'],
    ['exe.\u202etxt', 'exe.�txt'],
    ['..', 'unnamed'],
    ['', 'unnamed'],
  ])('%j is shown as %j', (name, shown) => {
    expect(inertPath(name)).toBe(shown);
  });

  it('is relative and never leads upwards, whatever the archive says', () => {
    const piece = fc.constantFrom('..', '.', '/', '\\', 'a', 'C:', '\0', ' ', '~');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const segments = inertPath(pieces.join('')).split('/');
        expect(segments).not.toContain('');
        expect(segments).not.toContain('..');
      }),
      { seed: 1 },
    );
  });
});
