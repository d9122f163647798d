/**
 * A prediction that was made for nodes of some operations, for the same nodes of others: every `at` in it is changed, the
 * rest is shared. Itself where the operations are the same.
 */
export function withPlaces<T extends object>(
  prediction: T,
  from: readonly number[],
  to: readonly number[],
): T {
  const moved = new Map(
    from.flatMap((at, i) => (to[i] === at || to[i] === undefined ? [] : [[at, to[i]] as const])),
  );
  return moved.size === 0 ? prediction : (copied(prediction, moved, new Map()) as T);
}

/** Objects that are shared in the prediction are shared in its copy. */
function copied(value: unknown, moved: ReadonlyMap<number, number>, copies: Map<object, unknown>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const known = copies.get(value);
  if (known !== undefined) return known;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    copies.set(value, list);
    for (const each of value) list.push(copied(each, moved, copies));
    return list;
  }
  const copy: Record<string, unknown> = {};
  copies.set(value, copy);
  for (const [name, part] of Object.entries(value)) {
    copy[name] = name === 'at' ? (moved.get(part) ?? part) : copied(part, moved, copies);
  }
  return copy;
}
