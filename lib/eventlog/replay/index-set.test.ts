import fc from 'fast-check';
import { expect, it } from 'vitest';
import { IndexSet } from './index-set.ts';

const numbers = fc.oneof(fc.nat(300), fc.nat(20_000), fc.constantFrom(-1, 1.5, 2 ** 40));

it('IndexSet holds what was added to it, once', () => {
  const property = fc.property(fc.array(numbers), fc.array(numbers), (added, others) => {
    const set = new IndexSet();
    const truth = new Set<number>();
    for (const number of added) {
      expect(set.add(number)).toBe(!truth.has(number));
      truth.add(number);
    }
    expect(set.size).toBe(truth.size);
    for (const number of [...added, ...others]) expect(set.has(number)).toBe(truth.has(number));
    expect(new Set(set)).toEqual(truth);
  });
  fc.assert(property, { seed: 1, numRuns: 200 });
});

it('IndexSet.unionSize counts what is in any of several sets', () => {
  const of = (...of: number[]) => {
    const set = new IndexSet();
    for (const number of of) set.add(number);
    return set;
  };
  expect(IndexSet.unionSize([])).toBe(0);
  expect(IndexSet.unionSize([of(1, 2)])).toBe(2);
  expect(IndexSet.unionSize([of(1, 2), of(2, 3, 1e12), of(1e12)])).toBe(4);
});
