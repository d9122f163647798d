import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { pack, unpack } from './pack.ts';

/** Text that does not compress to nearly nothing. */
const TEXT = Array.from({ length: 400 }, (_, n) => `${n}: ${Math.imul(n + 7, 2654435761) >>> 0}`).join('\n');

describe('pack and unpack', () => {
  it.each(['', 'a', 'Zürich → 東京', TEXT])('give back the text', (text) => {
    expect(unpack(pack(text))).toEqual({ text, state: 'whole' });
  });

  it('keep the beginning of a text that was cut on its way', () => {
    const { text, state } = unpack(pack(TEXT).subarray(0, 1800));
    expect(state).toBe('damaged');
    expect(text.length).toBeGreaterThan(500);
    expect(TEXT.startsWith(text)).toBe(true);
  });

  it('notice every single byte that was changed', () => {
    const packed = pack('{"tasks":412,"duration_ms":761000}');
    for (let at = 0; at < packed.length; at++) {
      const changed = packed.slice();
      changed[at]! ^= 4;
      const { text, state } = unpack(changed);
      if (text !== '{"tasks":412,"duration_ms":761000}') expect(state, `byte ${at}`).toBe('damaged');
    }
  });

  it('give up on a small stream that hides a huge text', () => {
    const bomb = zlibSync(new Uint8Array(64 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(100_000);
    expect(unpack(bomb)).toEqual({ text: '', state: 'too-large' });
  });

  it('call noise damaged', () => {
    expect(unpack(Uint8Array.from({ length: 300 }, (_, n) => (n * 97) % 251)).state).toBe('damaged');
    expect(unpack(new Uint8Array()).state).toBe('damaged');
  });
});
