import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64url, toBase64url } from './base64url.ts';

describe('base64url', () => {
  it('gives back any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = toBase64url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect(fromBase64url(text)).toEqual({ bytes, digits: text.length });
      }),
    );
  });

  it('stops at the first character that is no digit', () => {
    const { bytes, digits } = fromBase64url(`${toBase64url(Uint8Array.of(1, 2, 3))}=&x`);
    expect(bytes).toEqual(Uint8Array.of(1, 2, 3));
    expect(digits).toBe(4);
  });
});
