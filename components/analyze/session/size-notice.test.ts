import { describe, expect, it } from 'vitest';
import { sizeNotice } from './size-notice.ts';

const GIB = 2 ** 30;

describe('sizeNotice', () => {
  it('says nothing of logs that are read in seconds', () => {
    expect(sizeNotice(GIB)).toBeUndefined();
    expect(sizeNotice(GIB, 8 * GIB)).toBeUndefined();
  });

  it('speaks up from two GiB of events, and earlier on a small device', () => {
    expect(sizeNotice(3 * GIB, 8 * GIB)).toMatchObject({ mayNotFit: false });
    expect(sizeNotice(GIB, 2 * GIB)).toMatchObject({ decodedBytes: GIB, deviceBytes: 2 * GIB });
  });

  it('says when it may be more than the engine can hold', () => {
    expect(sizeNotice(30 * GIB)?.mayNotFit).toBe(true);
  });
});
