import { hashKey } from './hash-key.ts';
import type { Value } from './value.ts';

/** `bool(value)`; undefined when it depends on the run. */
export function truth(value: Value): boolean | undefined {
  switch (value.kind) {
    case 'none':
      return false;
    case 'bool':
      return value.value;
    case 'int':
    case 'float':
    case 'decimal':
      return value.value !== 0;
    case 'str':
    case 'bytes':
      return value.value !== '';
    case 'list':
      return value.items.length > 0 ? true : value.open ? undefined : false;
    case 'tuple':
      return value.items.length > 0;
    case 'dict':
    case 'set':
      return value.entries.size > 0 ? true : value.open ? undefined : false;
    case 'range':
      return value.step > 0 ? value.start < value.stop : value.start > value.stop;
    case 'timedelta':
      return value.ms !== 0;
    case 'unknown':
    case 'opaque':
    case 'column':
    case 'pandas-frame':
    case 'instance':
      return undefined;
    default:
      return true;
  }
}

/** `a == b`; undefined when it cannot be known. */
export function equal(a: Value, b: Value): boolean | undefined {
  if (a === b && a.kind !== 'unknown') return true;
  if (a.kind === 'unknown' || b.kind === 'unknown') return undefined;
  if ((a.kind === 'list' && b.kind === 'list') || (a.kind === 'tuple' && b.kind === 'tuple')) {
    if ((a.kind === 'list' && a.open) || (b.kind === 'list' && b.open)) return undefined;
    if (a.items.length !== b.items.length) return false;
    return all(a.items.map((item, index) => equal(item, b.items[index]!)));
  }
  if (a.kind === 'dict' && b.kind === 'dict') {
    if (a.open || b.open) return undefined;
    if (a.entries.size !== b.entries.size) return false;
    return all(
      [...a.entries].map(([key, [, value]]) => {
        const other = b.entries.get(key);
        return other === undefined ? false : equal(value, other[1]);
      }),
    );
  }
  if (a.kind === 'set' && b.kind === 'set') {
    if (a.open || b.open) return undefined;
    return a.entries.size === b.entries.size && [...a.entries.keys()].every((key) => b.entries.has(key));
  }
  if (a.kind === 'instance' || b.kind === 'instance') return undefined;
  if (a.kind === 'type' && b.kind === 'type') return JSON.stringify(a.type) === JSON.stringify(b.type);
  const left = hashKey(a);
  const right = hashKey(b);
  return left === undefined || right === undefined ? undefined : left === right;
}

export function all(parts: readonly (boolean | undefined)[]): boolean | undefined {
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? undefined : true;
}
