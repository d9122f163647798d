'use client';
import { useRef } from 'react';
import { useWidth } from '#components/ui/use-width.ts';
import { LeftAxis } from './left-axis.tsx';
import { MarkCursor } from './mark-cursor.tsx';
import type { AxisUnit } from './ticks.ts';

export interface CurvePlace {
  readonly x: number;
  readonly y: number;
}

/** A place on the curve with a name of its own; each kind has its own sign. */
export interface CurveMark extends CurvePlace {
  readonly text: string;
  readonly sign: 'circle' | 'square' | 'diamond';
}

export interface CurveProps {
  readonly label: string;
  /** Ascending; x is drawn on a log scale. */
  readonly points: readonly CurvePlace[];
  readonly unit: AxisUnit;
  readonly marks: readonly CurveMark[];
  readonly xText: (x: number) => string;
  readonly readOut: (point: CurvePlace) => string;
  readonly height?: number;
}

const LEFT = 64;
const RIGHT = 16;
const TOP = 22;
const BOTTOM = 22;
const PX_PER_LABEL = 60;

/** How a value follows from another one, with named places. */
export function Curve({ label, points, unit, marks, xText, readOut, height = 220 }: CurveProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const plot = Math.max(1, width - LEFT - RIGHT);
  const bottom = height - BOTTOM;
  const [low, high] = [Math.log(points[0]?.x ?? 1), Math.log(points.at(-1)?.x ?? 1)];
  const max = Math.max(1, ...points.map(({ y }) => y), ...marks.map(({ y }) => y));
  const x = (value: number) => LEFT + (high > low ? (Math.log(value) - low) / (high - low) : 0.5) * plot;
  const y = (value: number) => bottom - (value / max) * (bottom - TOP);
  const path = points.map((point, i) => `${i === 0 ? 'M' : 'L'}${x(point.x)} ${y(point.y)}`).join('');
  return (
    <div ref={box} className="min-w-0">
      <MarkCursor
        label={label}
        count={points.length}
        markAt={(px) => nearest(points, (point) => Math.abs(x(point.x) - px))}
        readOut={(mark) => readOut(points[mark]!)}
        otherwise="Arrow keys or the pointer read out one point."
      >
        {(active) => (
          <svg width={width} height={height} aria-hidden="true" className="block">
            <LeftAxis max={max} unit={unit} left={LEFT} width={plot} top={TOP} bottom={bottom} />
            <line x1={LEFT} x2={LEFT + plot} y1={bottom + 0.5} y2={bottom + 0.5} className="stroke-edge" />
            {labelled(points, x).map((point) => (
              <text
                key={point.x}
                x={x(point.x)}
                y={bottom + 16}
                textAnchor="middle"
                className="fill-soft text-xs"
              >
                {xText(point.x)}
              </text>
            ))}
            <path
              d={path}
              fill="none"
              strokeWidth="2"
              strokeDasharray="1 4"
              strokeLinecap="round"
              className="stroke-narrow"
            />
            {points.map((point, i) => (
              <circle
                key={point.x}
                cx={x(point.x)}
                cy={y(point.y)}
                r={i === active ? 5 : 2.5}
                className={i === active ? 'fill-accent' : 'fill-narrow'}
              />
            ))}
            {marks.map((mark) => (
              <Mark
                key={mark.text}
                mark={mark}
                x={x(mark.x)}
                y={y(mark.y)}
                toLeft={x(mark.x) > LEFT + plot * 0.6}
              />
            ))}
          </svg>
        )}
      </MarkCursor>
    </div>
  );
}

function Mark({ mark, x, y, toLeft }: { mark: CurveMark; x: number; y: number; toLeft: boolean }) {
  const shapes = {
    circle: `M${x - 6} ${y}a6 6 0 1 0 12 0a6 6 0 1 0 -12 0Z`,
    square: `M${x - 5.5} ${y - 5.5}h11v11h-11Z`,
    diamond: `M${x} ${y - 8}l8 8l-8 8l-8 -8Z`,
  };
  return (
    <g>
      <path d={shapes[mark.sign]} strokeWidth="2" className="fill-panel stroke-ink" />
      <text
        x={x + (toLeft ? -12 : 12)}
        y={y - 8}
        textAnchor={toLeft ? 'end' : 'start'}
        paintOrder="stroke"
        strokeWidth="4"
        className="fill-ink stroke-panel text-xs"
      >
        {mark.text}
      </text>
    </g>
  );
}

/** Points whose x is written below the axis: as many as there is room for. */
function labelled(points: readonly CurvePlace[], x: (value: number) => number): readonly CurvePlace[] {
  let last = Number.NEGATIVE_INFINITY;
  return points.filter((point) => {
    if (x(point.x) - last < PX_PER_LABEL) return false;
    last = x(point.x);
    return true;
  });
}

function nearest(points: readonly CurvePlace[], distance: (point: CurvePlace) => number): number | undefined {
  if (points.length === 0) return undefined;
  return points.reduce((best, point, i) => (distance(point) < distance(points[best]!) ? i : best), 0);
}
