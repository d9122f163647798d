'use client';
import { useRef } from 'react';
import { useWidth } from '#components/ui/use-width.ts';
import { LeftAxis } from './left-axis.tsx';
import { MarkCursor } from './mark-cursor.tsx';
import { type AxisUnit, tickLabel } from './ticks.ts';

export interface HistogramBin {
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

export interface HistogramProps {
  readonly label: string;
  /** Of equal width on the scale that is drawn, ascending. */
  readonly bins: readonly HistogramBin[];
  readonly unit: AxisUnit;
  readonly readOut: (bin: HistogramBin) => string;
  readonly height?: number;
}

const LEFT = 64;
const TOP = 8;
const BOTTOM = 22;
const PX_PER_LABEL = 100;

export function Histogram({ label, bins, unit, readOut, height = 180 }: HistogramProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const plotWidth = Math.max(0, width - LEFT - 8);
  const each = bins.length > 0 ? plotWidth / bins.length : 0;
  const max = Math.max(1, ...bins.map(({ count }) => count));
  const bottom = height - BOTTOM;
  const every = Math.max(1, Math.ceil(bins.length / Math.max(1, Math.floor(plotWidth / PX_PER_LABEL))));
  const labels = edgeLabels([...bins.map(({ low }) => low), bins.at(-1)?.high ?? 0], every, unit);
  return (
    <div ref={box} className="min-w-0">
      <MarkCursor
        label={label}
        count={bins.length}
        markAt={(x) => {
          const bin = Math.floor((x - LEFT) / each);
          return bin >= 0 && bin < bins.length ? bin : undefined;
        }}
        readOut={(mark) => readOut(bins[mark]!)}
        otherwise="Arrow keys or the pointer read out one bin."
      >
        {(active) => (
          <svg width={width} height={height} aria-hidden="true" className="block">
            <LeftAxis max={max} unit="count" left={LEFT} width={plotWidth} top={TOP} bottom={bottom} />
            {bins.map(({ low, count }, index) => {
              // A bin of one stays visible beside one of a million.
              const tall = count === 0 ? 0 : Math.max(2, (count / max) * (bottom - TOP));
              return (
                <rect
                  key={low}
                  x={LEFT + index * each}
                  y={bottom - tall}
                  width={Math.max(0.5, each - 1)}
                  height={tall}
                  className={index === active ? 'fill-accent' : 'fill-narrow'}
                />
              );
            })}
            <line
              x1={LEFT}
              x2={LEFT + plotWidth}
              y1={bottom + 0.5}
              y2={bottom + 0.5}
              className="stroke-edge"
            />
            {labels.map(({ index, text }) => (
              <text
                key={index}
                x={LEFT + index * each}
                y={bottom + 16}
                textAnchor={index === 0 ? 'start' : index === bins.length ? 'end' : 'middle'}
                className="fill-soft text-xs"
              >
                {text}
              </text>
            ))}
          </svg>
        )}
      </MarkCursor>
    </div>
  );
}

/** Labels of every so many edges. Edges that read the same are told once. */
function edgeLabels(edges: readonly number[], every: number, unit: AxisUnit) {
  return edges
    .map((value, index) => ({ index, text: tickLabel(roundTo3(value), unit) }))
    .filter(({ index }) => index % every === 0)
    .filter(({ text }, at, all) => text !== all[at - 1]?.text);
}

function roundTo3(value: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(3));
}
