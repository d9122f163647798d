import type { Value } from './value.ts';

const identities = new WeakMap<object, number>();
let lastIdentity = 0;

/** A text that two values share when Python takes them for the same key; undefined when that cannot be known. */
export function hashKey(value: Value): string | undefined {
  switch (value.kind) {
    case 'none':
      return 'n';
    case 'bool':
      return `i${value.value ? 1 : 0}`;
    case 'int':
    case 'float':
    case 'decimal':
      return `i${value.value}`;
    case 'str':
      return `s${value.value}`;
    case 'bytes':
      return `b${value.value}`;
    case 'date':
    case 'datetime':
    case 'timedelta':
      return `${value.kind}${value.ms}`;
    case 'tuple': {
      const parts = value.items.map(hashKey);
      return parts.includes(undefined)
        ? undefined
        : `(${parts.map((part) => `${part!.length}:${part}`).join(',')})`;
    }
    case 'unknown':
      return undefined;
    default:
      return `#${identityOf(value)}`;
  }
}

function identityOf(value: object): number {
  let identity = identities.get(value);
  if (identity === undefined) {
    identity = ++lastIdentity;
    identities.set(value, identity);
  }
  return identity;
}
