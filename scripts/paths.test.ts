import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { modules, outsideEnv, projectEnv } from './paths.mjs';

afterEach(() => vi.unstubAllEnvs());

const path = (...folders: readonly string[]) => folders.join(delimiter);

describe('outsideEnv', () => {
  it('has no folder of a node_modules on its PATH: npm must not run on the Node that it deletes', () => {
    vi.stubEnv(
      'PATH',
      path('/usr/bin', '/a/node_modules/.bin', '/b/node_modules/.bin/', '/opt/node_modules/tool'),
    );
    expect(outsideEnv().PATH).toBe(path('/usr/bin', '/opt/node_modules/tool'));
  });

  it('works without a PATH', () => {
    vi.stubEnv('PATH', undefined);
    expect(outsideEnv().PATH).toBe('');
  });
});

describe('projectEnv', () => {
  it('finds the programs of the project first, and lets a caller say more', () => {
    vi.stubEnv('PATH', '/usr/bin');
    expect(projectEnv({ PORT: '0' })).toMatchObject({
      PATH: path(join(modules, '.bin'), '/usr/bin'),
      NEXT_TELEMETRY_DISABLED: '1',
      PORT: '0',
    });
  });
});
