import { describe, expect, it } from 'vitest';
import { installedMatchesLock } from './setup.mjs';

const lock = {
  packages: {
    '': { name: 'app' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha-a' },
    'node_modules/only-on-mac': { version: '1.0.0', integrity: 'sha-m', optional: true },
  },
};
const installed = (a: object | undefined) => ({ packages: a ? { 'node_modules/a': a } : {} });

describe('installedMatchesLock', () => {
  it('accepts what the lock names, without the packages for other systems', () => {
    expect(installedMatchesLock(lock, installed({ version: '1.0.0', integrity: 'sha-a' }))).toBe(true);
  });

  it('sees another version, another content, and what is missing', () => {
    expect(installedMatchesLock(lock, installed({ version: '1.0.1', integrity: 'sha-a' }))).toBe(false);
    expect(installedMatchesLock(lock, installed({ version: '1.0.0', integrity: 'sha-b' }))).toBe(false);
    expect(installedMatchesLock(lock, installed(undefined))).toBe(false);
    expect(installedMatchesLock(lock, undefined)).toBe(false);
  });
});
