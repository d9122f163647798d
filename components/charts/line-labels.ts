/** Where labels of horizontal lines stand so that none covers another: as near to their line as there is room. */
export function spreadLabels(
  wanted: readonly number[],
  height: number,
  top: number,
  bottom: number,
): readonly number[] {
  const order = wanted.map((_, i) => i).toSorted((a, b) => wanted[b]! - wanted[a]!);
  const placed = [...wanted];
  let limit = bottom;
  // From the lowest up, each above the one before.
  for (const i of order) {
    placed[i] = Math.min(wanted[i]!, limit);
    limit = placed[i]! - height;
  }
  // What was pushed out at the top comes down again, and pushes the others.
  let least = top;
  for (const i of order.toReversed()) {
    placed[i] = Math.max(placed[i]!, least);
    least = placed[i]! + height;
  }
  return placed;
}
