'use client';
import { useLayoutEffect, useRef } from 'react';
import { useTokens } from '#components/ui/use-tokens.ts';
import { useWidth } from '#components/ui/use-width.ts';
import { BAR_TOKENS, type BarPicture, barPlace, drawBars } from './draw-bars.ts';
import { type LineMark, LineMarks } from './line-marks.tsx';
import { MarkCursor } from './mark-cursor.tsx';
import { ScaleAxis } from './scale-axis.tsx';
import { sizedContext } from './sized-context.ts';
import type { AxisUnit } from './ticks.ts';
import { type ScaleKind, valueScale } from './value-scale.ts';

export interface BarCanvasProps extends BarPicture {
  readonly label: string;
  readonly unit: AxisUnit;
  readonly scale?: ScaleKind;
  /** Named lines: a median, a limit. */
  readonly lines?: readonly LineMark[];
  readonly readOut: (index: number) => string;
  readonly otherwise?: string;
  /** A bar that stays outlined. */
  readonly marked?: number | undefined;
  readonly onPick?: ((index: number) => void) | undefined;
  readonly height?: number;
}

const LEFT = 64;
const TOP = 16;
const BOTTOM = 4;

/** Thousands of bars side by side on a canvas, with an axis and named lines. */
export function BarCanvas(props: BarCanvasProps) {
  const { label, unit, scale = 'linear', lines = [], readOut, onPick, height = 200 } = props;
  const { values, hatchedFrom, pieces, groups, color } = props;
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(box);
  const tokens = useTokens(BAR_TOKENS);
  const plotWidth = Math.max(0, width - LEFT);
  const max = Math.max(1, ...lines.map(({ at }) => at), largest(values));
  const bottom = height - BOTTOM - (groups ? 10 : 0);

  useLayoutEffect(() => {
    const context = sizedContext(canvas.current, plotWidth, height);
    if (!context) return;
    const drawn = { values, hatchedFrom, pieces, groups, color };
    drawBars(context, drawn, {
      ...{ width: plotWidth, top: TOP, bottom, tokens },
      heightOf: valueScale(max, unit, scale).height,
    });
  }, [values, hatchedFrom, pieces, groups, color, plotWidth, height, bottom, max, unit, scale, tokens]);

  const count = values.length;
  const y = (value: number) => bottom - valueScale(max, unit, scale).height(value) * (bottom - TOP);
  return (
    <div ref={box} className="min-w-0">
      <MarkCursor
        label={label}
        count={count}
        markAt={(x) => {
          const index = Math.floor(((x - LEFT) / plotWidth) * count);
          return index >= 0 && index < count ? index : undefined;
        }}
        readOut={readOut}
        otherwise={props.otherwise ?? 'Arrow keys or the pointer read out one bar.'}
        onPick={onPick}
      >
        {(active) => {
          const placeAt = (index: number) => barPlace(index, count, plotWidth);
          const place = active === undefined ? undefined : placeAt(active);
          const { marked } = props;
          return (
            <div className="relative">
              <canvas ref={canvas} className="absolute top-0 left-16 h-full w-[calc(100%-4rem)]" />
              <svg width={width} height={height} aria-hidden="true" className="relative block">
                <ScaleAxis
                  scale={valueScale(max, unit, scale)}
                  {...{ unit, left: LEFT, width: plotWidth, top: TOP, bottom }}
                />
                <line x1={LEFT} x2={width} y1={bottom + 0.5} y2={bottom + 0.5} className="stroke-edge" />
                {marked === undefined ? null : (
                  <rect
                    x={LEFT + placeAt(marked).x - 1}
                    width={Math.max(2, placeAt(marked).width) + 2}
                    y={y(values[marked] ?? 0) - 1}
                    height={Math.max(2, bottom - y(values[marked] ?? 0)) + 1}
                    fill="none"
                    strokeWidth="2.5"
                    className="stroke-ink"
                  />
                )}
                {place ? (
                  <rect
                    x={LEFT + place.x}
                    width={Math.max(2, place.width)}
                    y={y(values[active!] ?? 0)}
                    height={Math.max(2, bottom - y(values[active!] ?? 0))}
                    strokeWidth="1.5"
                    fillOpacity="0.35"
                    className="fill-accent stroke-accent"
                  />
                ) : null}
                <LineMarks lines={lines} left={LEFT} right={width} top={TOP} bottom={bottom} y={y} />
              </svg>
            </div>
          );
        }}
      </MarkCursor>
    </div>
  );
}

function largest(values: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, values[i]!);
  return most;
}
