import { statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { samples } from './samples.ts';

it('every sample is there, with the size it is said to have', () => {
  expect(samples.length).toBeGreaterThan(0);
  for (const { file, bytes } of samples) expect(statSync(`public/samples/${file}`).size, file).toBe(bytes);
});
