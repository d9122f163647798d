'use client';
import { useRef } from 'react';
import { ChartFigure } from '#components/charts/chart-figure.tsx';
import { LeftAxis } from '#components/charts/left-axis.tsx';
import { SimpleTable } from '#components/ui/simple-table.tsx';
import { useWidth } from '#components/ui/use-width.ts';
import { type FigureUnit, figureText } from '#lib/learn/scenario/figure.ts';
import type { Origin } from '#lib/learn/scenario/origin.ts';
import { scaledTo } from './bars-over-layout.ts';
import { axisUnit } from './number-line-layout.ts';
import { ORIGIN_WORDS } from './origin-words.ts';

export interface BarsOverProps {
  /** Undefined for "no idea". */
  readonly sketch: readonly number[] | undefined;
  readonly truth: readonly number[];
  readonly unit: FigureUnit;
  readonly origin: Origin | undefined;
}

const HEIGHT = 160;
const [LEFT, TOP, BOTTOM] = [64, 8, HEIGHT - 4];

/** The sketch as outlines over the bars of the outcome, both of the same whole. */
export function BarsOver({ sketch, truth, unit, origin }: BarsOverProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const drawn = sketch && scaledTo(sketch, truth);
  const max = Math.max(1, ...truth, ...(drawn ?? []));
  const perBar = Math.max(0, width - LEFT) / truth.length;
  const y = (value: number) => BOTTOM - (value / max) * (BOTTOM - TOP);
  const engine = origin ? ORIGIN_WORDS[origin] : 'So it is';
  const text = (value: number) => figureText(Math.round(value), unit);
  return (
    <ChartFigure
      name="sketch beside the outcome"
      summary={
        drawn
          ? `Filled: ${engine.toLowerCase()}. Dashed outline: your sketch, drawn to the same whole.`
          : `${engine}, the largest first.`
      }
      table={() => (
        <SimpleTable
          caption="Your sketch and the outcome"
          columns={[
            { header: 'Bar' },
            ...(drawn ? [{ header: 'You', align: 'end' } as const] : []),
            { header: engine, align: 'end' },
          ]}
          rows={truth.map((value, i) => [i + 1, ...(drawn ? [text(drawn[i] ?? 0)] : []), text(value)])}
        />
      )}
    >
      <div ref={box} className="min-w-0">
        <svg width={width} height={HEIGHT} aria-hidden="true" className="block">
          <LeftAxis
            max={max}
            unit={axisUnit(unit)}
            left={LEFT}
            width={Math.max(0, width - LEFT)}
            top={TOP}
            bottom={BOTTOM}
          />
          {truth.map((value, i) => (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
              key={i}
              x={LEFT + i * perBar + perBar * 0.1}
              width={perBar * 0.8}
              y={y(value)}
              height={BOTTOM - y(value)}
              className="fill-narrow"
            />
          ))}
          {drawn?.map((value, i) => (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
              key={i}
              x={LEFT + i * perBar + perBar * 0.04}
              width={perBar * 0.92}
              y={y(value)}
              height={BOTTOM - y(value)}
              strokeWidth="1.5"
              strokeDasharray="5 3"
              className="fill-transparent stroke-ink"
            />
          ))}
          <line x1={LEFT} x2={width} y1={BOTTOM + 0.5} y2={BOTTOM + 0.5} className="stroke-edge" />
        </svg>
      </div>
    </ChartFigure>
  );
}
