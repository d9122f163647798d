import { describe, expect, it } from 'vitest';
import { answerKey } from './answer-key.ts';
import type { EvidencePack } from './evidence-pack.ts';
import { SKEW } from './testing.ts';

describe('answerKey', () => {
  it('is the same for the same pack, whatever the order of its fields', async () => {
    const turned = Object.fromEntries(Object.entries(SKEW).toReversed()) as unknown as EvidencePack;
    expect(await answerKey(turned, 'new', 'm')).toBe(await answerKey(SKEW, 'new', 'm'));
    expect(await answerKey(SKEW, 'new', 'm')).toMatch(/^[0-9a-f]{64}$/);
  });

  it('changes with a number, the audience and the model', async () => {
    const [first, ...rest] = SKEW.facts;
    const other = { ...SKEW, facts: [{ ...first!, value: 1 }, ...rest] };
    const keys = await Promise.all([
      answerKey(SKEW, 'new', 'm'),
      answerKey(other, 'new', 'm'),
      answerKey(SKEW, 'expert', 'm'),
      answerKey(SKEW, 'new', 'n'),
    ]);
    expect(new Set(keys).size).toBe(4);
  });
});
