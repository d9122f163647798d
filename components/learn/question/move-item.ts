/** The list with one entry a place up (-1) or down (+1); the same list where there is no such place. */
export function moveItem<T>(items: readonly T[], at: number, by: -1 | 1): readonly T[] {
  const to = at + by;
  const [moved, other] = [items[at], items[to]];
  if (moved === undefined || other === undefined) return items;
  return items.with(to, moved).with(at, other);
}
