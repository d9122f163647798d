/** Two pieces that are together within this much of the target become one (MERGED_PARTITION_FACTOR). */
const MERGED_FACTOR = 1.2;
/** A piece below this share of the target joins its neighbour (SMALL_PARTITION_FACTOR). */
export const SMALL_FACTOR = 0.2;

/**
 * Cuts a list of sizes into pieces near a target and returns where each piece starts. Pieces keep the order; a size is
 * never cut, so one above the target is a piece of its own. Source: ShufflePartitionsUtil.splitSizeListByTargetSize.
 */
export function splitByTarget(
  sizes: ArrayLike<number>,
  targetBytes: number,
  smallFactor = SMALL_FACTOR,
): readonly number[] {
  const starts = [0];
  let piece = 0;
  let previous = -1;
  const close = () => {
    const together = piece + previous < targetBytes * MERGED_FACTOR;
    const small = piece < targetBytes * smallFactor || previous < targetBytes * smallFactor;
    if (previous > -1 && (together || small)) {
      starts.pop();
      previous += piece;
    } else {
      previous = piece;
    }
  };
  for (let i = 0; i < sizes.length; i++) {
    const size = sizes[i] ?? 0;
    if (i > 0 && piece + size > targetBytes) {
      close();
      starts.push(i);
      piece = size;
    } else {
      piece += size;
    }
  }
  close();
  return starts;
}
