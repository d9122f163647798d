/** `list.map(change)`, but the list itself when nothing changed, so that unchanged trees stay the same objects. */
export function mapSame<T>(list: readonly T[], change: (item: T) => T): readonly T[] {
  let changed = false;
  const mapped = list.map((item) => {
    const next = change(item);
    if (next !== item) changed = true;
    return next;
  });
  return changed ? mapped : list;
}
