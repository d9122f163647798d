/** The sketch as high as the outcome: the same whole, shared out as it was drawn. */
export function scaledTo(sketch: readonly number[], truth: readonly number[]): readonly number[] {
  const [drawn, whole] = [sum(sketch), sum(truth)];
  return sketch.map((bar) => (drawn === 0 ? 0 : (bar / drawn) * whole));
}

function sum(bars: readonly number[]): number {
  return bars.reduce((total, bar) => total + bar, 0);
}
