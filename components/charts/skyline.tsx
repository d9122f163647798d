'use client';
import { useMemo, useRef } from 'react';
import { useWidth } from '#components/ui/use-width.ts';
import { LeftAxis } from './left-axis.tsx';
import { MarkCursor } from './mark-cursor.tsx';
import { barAt, layoutSkyline, type SkylineBar } from './skyline-layout.ts';
import { SkylineMark } from './skyline-mark.tsx';
import type { AxisUnit } from './ticks.ts';

export interface SkylineProps {
  readonly label: string;
  readonly bars: readonly SkylineBar[];
  readonly unit: AxisUnit;
  /** A dashed line with its text, e.g. the median. */
  readonly line?: { readonly at: number; readonly text: string } | undefined;
  readonly readOut: (bar: SkylineBar) => string;
  readonly onPick?: ((bar: SkylineBar) => void) | undefined;
  readonly height?: number;
}

const LEFT = 64;
const TOP = 16;
const BOTTOM = 4;

/** Bars sorted by size: a flat roof is even work, a tower is skew. */
export function Skyline(props: SkylineProps) {
  const { label, bars, unit, line, readOut, onPick, height = 180 } = props;
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const plotWidth = Math.max(0, width - LEFT);
  const placed = useMemo(() => layoutSkyline(bars, plotWidth), [bars, plotWidth]);
  const max = Math.max(1, ...bars.map(({ high }) => high));
  const bottom = height - BOTTOM;
  const y = (value: number) => bottom - (value / max) * (bottom - TOP);
  return (
    <div ref={box} className="min-w-0">
      <MarkCursor
        label={label}
        count={placed.length}
        markAt={(x) => barAt(placed, x - LEFT)}
        readOut={(mark) => readOut(placed[mark]!)}
        otherwise={
          bars.some((bar) => bar.bars > 1)
            ? 'Largest on the left: single bars first, then bands by rank. Arrow keys read out each.'
            : 'Largest on the left. Arrow keys or the pointer read out one bar.'
        }
        onPick={onPick ? (mark) => onPick(placed[mark]!) : undefined}
      >
        {(active) => (
          <svg width={width} height={height} aria-hidden="true" className="block">
            <LeftAxis max={max} unit={unit} left={LEFT} width={plotWidth} top={TOP} bottom={bottom} />
            {placed.map((bar, index) => (
              <SkylineMark
                key={bar.key}
                bar={bar}
                left={LEFT}
                bottom={bottom}
                y={y}
                active={index === active}
              />
            ))}
            <line x1={LEFT} x2={width} y1={bottom + 0.5} y2={bottom + 0.5} className="stroke-edge" />
            {line ? (
              <g>
                <line
                  x1={LEFT}
                  x2={width}
                  y1={y(line.at)}
                  y2={y(line.at)}
                  strokeDasharray="5 4"
                  className="stroke-ink"
                />
                <text
                  x={width}
                  y={Math.max(TOP - 4, y(line.at) - 5)}
                  textAnchor="end"
                  paintOrder="stroke"
                  strokeWidth="4"
                  className="fill-ink stroke-panel text-xs"
                >
                  {line.text}
                </text>
              </g>
            ) : null}
          </svg>
        )}
      </MarkCursor>
    </div>
  );
}
