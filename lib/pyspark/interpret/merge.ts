import { equal } from '../values/truth.ts';
import type { Value } from '../values/value.ts';

/**
 * What a name stands for after two branches of which one was taken, nobody knows which: what says more about the data
 * goes on (a DataFrame before None, a constant before something unknown), and of two that say as much the first.
 */
export function merge(first: Value | undefined, second: Value | undefined): Value | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  if (first === second || equal(first, second) === true) return first;
  return weight(second) > weight(first) ? second : first;
}

function weight(value: Value): number {
  switch (value.kind) {
    case 'unknown':
      return value.frame ? 2 : 1;
    case 'none':
      return 0;
    case 'frame':
    case 'rdd':
      return 4;
    default:
      return 3;
  }
}
