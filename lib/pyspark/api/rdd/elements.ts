import { elementsOf, unknownElement } from '../../values/iterate.ts';
import { args as argsOf, tuple, unknown } from '../../values/make.ts';
import type { RddValue } from '../../values/spark-value.ts';
import type { Value } from '../../values/value.ts';
import type { Call } from '../method.ts';

/** What an element of the RDD is like: one that the program holds, or what its function makes of one. */
export function elementOf(self: RddValue): Value {
  return self.items?.[0] ?? self.element?.() ?? unknown('an element of an RDD');
}

const SAME = new Set(['filter', 'sample', 'coalesce', 'barrier']);

/** The element after a narrow method, by Python's own reading of its function. */
export function elementAfter(self: RddValue, call: Call, fn: Value | undefined): (() => Value) | undefined {
  const { run, site, name } = call;
  const apply = (value: Value): Value =>
    fn ? run.call(fn, argsOf([value]), site) : unknown('an element of an RDD');
  if (SAME.has(name)) return () => elementOf(self);
  switch (name) {
    case 'map':
      return () => apply(elementOf(self));
    case 'flatMap':
      return () => {
        const made = apply(elementOf(self));
        return elementsOf(made)?.items[0] ?? unknownElement(made);
      };
    case 'mapValues':
      return () => {
        const pair = elementOf(self);
        return pair.kind === 'tuple' && pair.items[0] && pair.items[1]
          ? tuple([pair.items[0], apply(pair.items[1])])
          : unknown('a pair');
      };
    case 'keyBy':
      return () => tuple([apply(elementOf(self)), elementOf(self)]);
    case 'keys':
    case 'values':
      return () => {
        const pair = elementOf(self);
        return (
          (pair.kind === 'tuple' ? pair.items[name === 'keys' ? 0 : 1] : undefined) ??
          unknown('a part of a pair')
        );
      };
    default:
      return undefined;
  }
}
