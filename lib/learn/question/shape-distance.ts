/**
 * How differently two lists of bars share out the same whole: 0 where they have the same shape, 1 where they have nothing
 * in common (total variation distance). Heights do not matter, proportions do; missing bars are 0.
 */
export function shapeDistance(a: readonly number[], b: readonly number[]): number {
  const [wholeA, wholeB] = [sum(a), sum(b)];
  if (wholeA === 0 || wholeB === 0) return wholeA === wholeB ? 0 : 1;
  const bars = Math.max(a.length, b.length);
  let apart = 0;
  for (let i = 0; i < bars; i++) apart += Math.abs((a[i] ?? 0) / wholeA - (b[i] ?? 0) / wholeB);
  return apart / 2;
}

function sum(bars: readonly number[]): number {
  return bars.reduce((whole, bar) => whole + Math.max(0, bar), 0);
}
