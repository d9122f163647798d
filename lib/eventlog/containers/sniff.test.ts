import { describe, expect, it } from 'vitest';
import { CONTAINERS, sniffContainer } from './sniff.ts';

describe('sniffContainer', () => {
  it('goes by content: text that starts like the name of a codec is plain', () => {
    for (const text of ['', 'Z', 'ZV', 'ZVZV', 'LZ4', 'zstd', '(', 'PK\x03\x04', '{"Event":"']) {
      expect(sniffContainer(new TextEncoder().encode(text)).id).toBe('plain');
    }
  });

  it('has every container once, and plain last because it takes everything', () => {
    const ids = CONTAINERS.map((container) => container.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.at(-1)).toBe('plain');
  });
});
