import { describe, expect, it } from 'vitest';
import { refusalOf } from './use-graph-edit.ts';

const EDIT = { kind: 'delete', at: 3 } as const;

describe('an edit that is refused', () => {
  it('says why, and offers to change other places too where only they stand in the way', () => {
    expect(refusalOf(EDIT, { ok: false, why: 'no' })).toEqual({ why: 'no', anyway: undefined });
    expect(refusalOf(EDIT, { ok: false, why: 'used twice', others: [] })).toEqual({
      why: 'used twice',
      anyway: { ...EDIT, alsoOthers: true },
    });
  });

  it('is asked for again where the text has changed', () => {
    expect(refusalOf(EDIT, undefined)?.why).toContain('changed meanwhile');
  });
});
