const TEXTS = new WeakMap<object, string>();

/**
 * A list like `next`, of plain data, whose items are those of `before` wherever they say the same under the same key; `before`
 * itself where all do. Whoever compares by identity then sees what has changed, and nothing else.
 */
export function steadyList<Item extends object>(
  before: readonly Item[],
  next: readonly Item[],
  keyOf: (item: Item, index: number) => string | number,
): readonly Item[] {
  const known = new Map(before.map((item, index) => [keyOf(item, index), item]));
  const steady = next.map((item, index) => {
    const old = known.get(keyOf(item, index));
    return old !== undefined && textOf(old) === textOf(item) ? old : item;
  });
  const isSame = before.length === steady.length && before.every((item, index) => item === steady[index]);
  return isSame ? before : steady;
}

function textOf(item: object): string {
  const known = TEXTS.get(item);
  if (known !== undefined) return known;
  const text = JSON.stringify(item);
  TEXTS.set(item, text);
  return text;
}
