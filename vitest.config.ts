import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['node_modules/**', '.next/**', 'e2e/**'],
    env: { TZ: 'UTC' },
    testTimeout: 30_000,
    pool: 'threads',
    // By default one core is left to others.
    maxWorkers: availableParallelism(),
    // One thread keeps what it has loaded, the SQL engine and the parsers above all: a quarter of the time.
    isolate: false,
  },
});
