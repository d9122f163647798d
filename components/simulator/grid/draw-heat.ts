import type { MatrixGrid } from '#lib/simulator/distribution/map-reduce-matrix.ts';
import { heatSteps, shadeOf, shadeOpacity } from './heat-steps.ts';

export const HEAT_TOKENS = ['shuffle', 'narrow'] as const;

/** Where the cells lie, in px; sums stand above and to the right of them. */
export interface HeatPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
}

const GAP = 6;
const LONGEST_SUM = 32;

export function drawHeat(
  context: CanvasRenderingContext2D,
  { cells, mapRanges, reducerRanges }: MatrixGrid,
  place: HeatPlace,
  tokens: Readonly<Record<(typeof HEAT_TOKENS)[number], string>>,
): void {
  const { left, top, cellWidth, cellHeight } = place;
  const columns = reducerRanges.length;
  const steps = heatSteps(cells);
  const gap = cellWidth >= 5 && cellHeight >= 5 ? 1 : 0;
  const ofColumns = new Float64Array(columns);
  const ofRows = new Float64Array(mapRanges.length);
  context.fillStyle = tokens.shuffle;
  cells.forEach((value, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns];
    ofColumns[column]! += value;
    ofRows[row]! += value;
    context.globalAlpha = shadeOpacity(shadeOf(value, steps), steps);
    context.fillRect(
      left + column * cellWidth,
      top + row * cellHeight,
      Math.max(0.75, cellWidth - gap),
      Math.max(0.75, cellHeight - gap),
    );
  });
  context.globalAlpha = 1;
  context.fillStyle = tokens.narrow;
  const [mostOfColumn, mostOfRow] = [Math.max(1, ...ofColumns), Math.max(1, ...ofRows)];
  ofColumns.forEach((sum, column) => {
    const tall = (sum / mostOfColumn) * (top - GAP - 2);
    context.fillRect(left + column * cellWidth, top - GAP - tall, Math.max(0.75, cellWidth - 0.5), tall);
  });
  ofRows.forEach((sum, row) => {
    const long = (sum / mostOfRow) * LONGEST_SUM;
    context.fillRect(
      left + place.width + GAP,
      top + row * cellHeight,
      long,
      Math.max(0.75, cellHeight - 0.5),
    );
  });
}
