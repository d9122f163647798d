/** A function that remembers its latest answers, by what it was asked. An answer that failed is asked for again. */
export function remember<Asked extends readonly unknown[], T>(
  most: number,
  answer: (...asked: Asked) => Promise<T>,
): (...asked: Asked) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (...asked) => {
    const key = JSON.stringify(asked);
    const found = known.get(key) ?? answer(...asked);
    // Anew at the end: the map's first entry is the one that was not asked for longest.
    known.delete(key);
    known.set(key, found);
    found.catch(() => known.get(key) === found && known.delete(key));
    if (known.size > most) known.delete(known.keys().next().value!);
    return found;
  };
}
