import { describe, expect, it } from 'vitest';
import { readFigures } from '#lib/learn/scenario/figure.ts';
import { seededRandom } from '#lib/learn/scenario/random.ts';
import { lookInNode } from '#lib/learn/testing.ts';
import { vary } from './variant.ts';

describe('the variant of the UDF scenario', () => {
  it('has filters before and after the function, by what they need', async () => {
    const orders = new Map<string, unknown>();
    for (let seed = 1; seed <= 12; seed++) {
      const { workspace, figures } = vary(seededRandom(seed));
      const { column, order } = readFigures(figures, {
        variant: await lookInNode(workspace, { queries: {} }),
      });
      orders.set(String(column), order);
    }
    expect(Object.fromEntries(orders)).toEqual({ user_id: 'before', day: 'before', score: 'after' });
  });
});
