export interface CurvePoint {
  readonly x: number;
  readonly y: number;
}

/** A curve that changes by less than this share of its first value has no knee worth a name. */
const FLAT = 0.05;
/** Values this close to the lowest, as a share of the fall, are as good as it. */
const AS_LOW = 0.02;

/**
 * Where a falling curve turns from steep to flat: the point farthest below the straight line from the first point to the last
 * one that is as low as any. What rises behind that is not looked at. With `log` both axes are on a log scale, where
 * "twice as much halves the time" is straight: the knee is where that stops. undefined for a flat curve, and for one
 * that never bends. Source: Kneedle (Satopää and others, 2011), without smoothing.
 */
export function knee(points: readonly CurvePoint[], log: boolean): CurvePoint | undefined {
  const first = points[0];
  if (first === undefined) return undefined;
  const lowest = Math.min(...points.map(({ y }) => y));
  if (first.y - lowest <= first.y * FLAT) return undefined;
  const scaleX = (x: number) => (log ? Math.log(x) : x);
  const scaleY = (y: number) => (log && lowest > 0 ? Math.log(y) : y);
  const height = scaleY(first.y) - scaleY(lowest);
  const isLow = ({ y }: CurvePoint) => scaleY(y) - scaleY(lowest) <= height * AS_LOW;
  const fall = points.slice(0, points.findLastIndex(isLow) + 1);
  const width = scaleX(fall.at(-1)!.x) - scaleX(first.x);
  // Above 0: below the line.
  const depth = ({ x, y }: CurvePoint) =>
    (scaleY(first.y) - scaleY(y)) / height - (scaleX(x) - scaleX(first.x)) / width;
  const deepest = fall.reduce((best, point) => (depth(point) > depth(best) ? point : best));
  return depth(deepest) > FLAT ? deepest : undefined;
}
