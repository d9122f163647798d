import { UserError } from '#lib/base/assert.ts';
import { formatCount } from '#lib/base/format.ts';
import type { AqeSettings } from './aqe-settings.ts';
import { coalescedRead, type ReadSpec } from './read-spec.ts';
import { type ShuffleOutput, sum } from './shuffle-output.ts';
import { splitReducer } from './split-reducer.ts';

/** Every piece of one side meets every piece of the other; no driver gets through more tasks than this. */
const MAX_TASKS = 1_000_000;

/** What counts as skewed on one side of a join. Bytes. */
export interface SkewMeasure {
  readonly medianBytes: number;
  readonly thresholdBytes: number;
  /** How large the pieces of a skewed reducer should be. */
  readonly targetBytes: number;
}

/** A reducer above the threshold of its side: in how many pieces it is read; 1 when it could not be split. */
export interface SkewedReducer {
  readonly side: 'left' | 'right';
  readonly reducer: number;
  readonly bytes: number;
  readonly pieces: number;
}

export interface SkewJoin {
  readonly left: readonly ReadSpec[];
  readonly right: readonly ReadSpec[];
  readonly measures: { readonly left: SkewMeasure; readonly right: SkewMeasure };
  readonly skewed: readonly SkewedReducer[];
}

/**
 * Splits the skewed reducers of a join's inputs: each piece of one side meets the whole reducer, or each piece, of the
 * other. undefined when the join type lets no side be split or nothing was. Source: OptimizeSkewedJoin.tryOptimizeJoinChildren.
 */
export function splitSkewedJoin(
  left: ShuffleOutput,
  right: ShuffleOutput,
  joinType: string,
  settings: AqeSettings,
): SkewJoin | undefined {
  const sizes = { left: left.bytesByReducer, right: right.bytesByReducer };
  const splittable = { left: canSplitLeft(joinType), right: canSplitRight(joinType) };
  if (!sizes.left || !sizes.right || sizes.left.length !== sizes.right.length) return undefined;
  if (!splittable.left && !splittable.right) return undefined;
  const measures = { left: measureSkew(sizes.left, settings), right: measureSkew(sizes.right, settings) };
  const skewed: SkewedReducer[] = [];
  const piecesOf = (side: 'left' | 'right', reducer: number): readonly ReadSpec[] => {
    const bytes = sizes[side]![reducer]!;
    const whole = [coalescedRead(reducer, reducer + 1)];
    if (!splittable[side] || bytes <= measures[side].thresholdBytes) return whole;
    const split = splitReducer(side === 'left' ? left : right, reducer, measures[side].targetBytes);
    skewed.push({ side, reducer, bytes, pieces: split?.length ?? 1 });
    return split ?? whole;
  };
  const reads: { left: ReadSpec[]; right: ReadSpec[] } = { left: [], right: [] };
  for (let reducer = 0; reducer < sizes.left.length; reducer++) {
    const lefts = piecesOf('left', reducer);
    const rights = piecesOf('right', reducer);
    if (reads.left.length + lefts.length * rights.length > MAX_TASKS)
      throw new UserError(`Splitting both sides of the join makes more than ${formatCount(MAX_TASKS)} tasks`);
    for (const leftPiece of lefts) {
      for (const rightPiece of rights) {
        reads.left.push(leftPiece);
        reads.right.push(rightPiece);
      }
    }
  }
  return skewed.some(({ pieces }) => pieces > 1) ? { ...reads, measures, skewed } : undefined;
}

/** Source: OptimizeSkewedJoin.getSkewThreshold, targetSize; Utils.median, which is 1 at least. */
export function measureSkew(sizes: ArrayLike<number>, settings: AqeSettings): SkewMeasure {
  const sorted = Float64Array.from(sizes).sort();
  const middle = sorted.length >> 1;
  const median =
    sorted.length % 2 === 1
      ? sorted[middle]!
      : Math.floor(((sorted[middle] ?? 0) + (sorted[middle - 1] ?? 0)) / 2);
  const medianBytes = Math.max(median, 1);
  const thresholdBytes = Math.max(settings.skewThresholdBytes, Math.trunc(medianBytes * settings.skewFactor));
  const ordinary = sorted.filter((size) => size <= thresholdBytes);
  const targetBytes =
    ordinary.length === 0
      ? settings.advisoryBytes
      : Math.max(settings.advisoryBytes, Math.trunc(sum(ordinary) / ordinary.length));
  return { medianBytes, thresholdBytes, targetBytes };
}

/** A row of the left side may be met by several tasks only where each of its matches counts once (canSplitLeftSide). */
function canSplitLeft(joinType: string): boolean {
  return ['Inner', 'Cross', 'LeftSemi', 'LeftAnti', 'LeftOuter'].includes(joinType);
}

function canSplitRight(joinType: string): boolean {
  return ['Inner', 'Cross', 'RightOuter'].includes(joinType);
}
