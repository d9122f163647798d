import type { Value } from './value.ts';

/** Negative, zero or positive as Python orders two values; undefined when it does not or it is not known. */
export function orderOf(left: Value, right: Value): number | undefined {
  const a = number(left);
  const b = number(right);
  if (a !== undefined && b !== undefined) return a - b;
  if (left.kind === 'str' && right.kind === 'str') {
    return left.value < right.value ? -1 : left.value > right.value ? 1 : 0;
  }
  if ((left.kind === 'tuple' || left.kind === 'list') && (right.kind === 'tuple' || right.kind === 'list')) {
    for (let index = 0; index < Math.min(left.items.length, right.items.length); index++) {
      const order = orderOf(left.items[index]!, right.items[index]!);
      if (order !== 0) return order;
    }
    return left.items.length - right.items.length;
  }
  if ('ms' in left && 'ms' in right) return left.ms - right.ms;
  return undefined;
}

function number(value: Value): number | undefined {
  if (value.kind === 'int' || value.kind === 'float' || value.kind === 'decimal') return value.value;
  return value.kind === 'bool' ? Number(value.value) : undefined;
}
