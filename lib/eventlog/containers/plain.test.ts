import { describe, expect, it } from 'vitest';
import { plain } from './plain.ts';
import { checkContainer, decodeAll, goldenLog } from './testing.ts';

const FOLDER = 'none-rolling/eventlog_v2_local-1795249596448';

describe('plain', () => {
  const { stored, expected } = goldenLog(`${FOLDER}/events_1_local-1795249596448`);
  checkContainer(plain, stored, expected);

  it('gathers the small chunks of a slow disk into large ones', async () => {
    const { chunkSizes } = await decodeAll(plain, new Uint8Array(2_000_000).fill(65), 1000);
    expect(Math.min(...chunkSizes.slice(0, -1))).toBeGreaterThan(256 * 1024);
  });

  it('passes large chunks on as they are', async () => {
    const { chunkSizes } = await decodeAll(plain, new Uint8Array(2_000_000).fill(65), 1_000_000);
    expect(chunkSizes).toEqual([1_000_000, 1_000_000]);
  });
});
