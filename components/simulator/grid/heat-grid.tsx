'use client';
import { type KeyboardEvent, type PointerEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { sizedContext } from '#components/charts/sized-context.ts';
import { useTokens } from '#components/ui/use-tokens.ts';
import { useWidth } from '#components/ui/use-width.ts';
import type { MatrixGrid } from '#lib/simulator/distribution/map-reduce-matrix.ts';
import { drawHeat, HEAT_TOKENS } from './draw-heat.ts';

export interface HeatGridProps {
  readonly grid: MatrixGrid;
  readonly readOut: (row: number, column: number) => string;
}

const LEFT = 64;
const TOP = 34;

const MOVES: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
};

/** Who sends how much to whom: map tasks downwards, reducers to the right, sums at the edges. */
export function HeatGrid({ grid, readOut }: HeatGridProps) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const id = useId();
  const width = useWidth(box);
  const tokens = useTokens(HEAT_TOKENS);
  const [active, setActive] = useState<readonly [number, number]>();
  const [rows, columns] = [grid.mapRanges.length, grid.reducerRanges.length];
  const plot = Math.max(1, width - LEFT - 40);
  const cellWidth = plot / columns;
  const cellHeight = Math.min(22, Math.max(3, 220 / rows));
  const height = TOP + rows * cellHeight + 2;

  useLayoutEffect(() => {
    const context = sizedContext(canvas.current, width, height);
    if (!context) return;
    drawHeat(context, grid, { left: LEFT, top: TOP, width: plot, cellWidth, cellHeight }, tokens);
  }, [grid, width, height, plot, cellWidth, cellHeight, tokens]);

  const shown = active && active[0] < rows && active[1] < columns ? active : undefined;
  const under = (event: PointerEvent): readonly [number, number] | undefined => {
    const at = event.currentTarget.getBoundingClientRect();
    const row = Math.floor((event.clientY - at.top - TOP) / cellHeight);
    const column = Math.floor((event.clientX - at.left - LEFT) / cellWidth);
    return row >= 0 && row < rows && column >= 0 && column < columns ? [row, column] : undefined;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const [row, column] = shown ?? [0, -1];
    const clamp = (value: number, count: number) => Math.min(count - 1, Math.max(0, value));
    setActive([clamp(row + move[0], rows), clamp(column + move[1], columns)]);
  };
  return (
    <div className="min-w-0">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div
        ref={box}
        role="group"
        aria-label="Rows from each map task to each reducer. Arrow keys move among the cells."
        aria-describedby={id}
        aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: one tab stop for all cells, arrows move among them
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerMove={(event) => setActive(under(event))}
        onPointerLeave={() => setActive(undefined)}
        className="relative rounded"
      >
        <canvas ref={canvas} className="absolute inset-x-0 top-0 w-full" />
        <svg width={width} height={height} aria-hidden="true" className="relative block">
          <text x={LEFT - 6} y={TOP + 10} textAnchor="end" className="fill-soft text-xs">
            map 0
          </text>
          <text x={LEFT - 6} y={height - 3} textAnchor="end" className="fill-soft text-xs">
            {(grid.mapRanges.at(-1)?.[1] ?? 1) - 1}
          </text>
          {shown ? (
            <rect
              x={LEFT + shown[1] * cellWidth}
              y={TOP + shown[0] * cellHeight}
              width={Math.max(3, cellWidth)}
              height={Math.max(3, cellHeight)}
              fill="none"
              strokeWidth="2"
              className="stroke-accent"
            />
          ) : null}
        </svg>
      </div>
      <p id={id} aria-live="polite" className="wrap-anywhere min-h-9 pt-1 text-faint text-xs sm:min-h-5">
        {shown
          ? readOut(shown[0], shown[1])
          : 'Map tasks from top to bottom, reducers from left to right; bars at the edges are sums. Arrow keys or the pointer read out one cell.'}
      </p>
    </div>
  );
}
