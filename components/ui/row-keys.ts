/** Which row a key leads to from `current` (-1: none yet), or undefined when the key is not about rows. */
export function rowForKey(key: string, current: number, count: number, pageSize: number): number | undefined {
  const last = count - 1;
  const clamp = (row: number) => Math.min(last, Math.max(0, row));
  switch (key) {
    case 'ArrowDown':
      return clamp(current + 1);
    case 'ArrowUp':
      return clamp(current - 1);
    case 'PageDown':
      return clamp(current + pageSize);
    case 'PageUp':
      return clamp(current - pageSize);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
