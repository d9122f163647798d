'use client';
import { useRef } from 'react';
import { useWidth } from '#components/ui/use-width.ts';
import type { SmallShuffle } from '#lib/simulator/distribution/shuffle-frames.ts';
import { placesOf, rowsLayout } from './rows-layout.ts';

export interface RowsPictureProps {
  readonly shuffle: SmallShuffle;
  readonly step: number;
}

/** Rows as pills that move from their map task to their reducer; without motion where that is asked for. */
export function RowsPicture({ shuffle, step }: RowsPictureProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const layout = rowsLayout(shuffle, width);
  const frame = shuffle.frames[step]!;
  const isHashed = frame.phase !== 'read';
  return (
    <div ref={box} className="min-w-0">
      <svg width={width} height={layout.height + 2} aria-hidden="true" className="block">
        {layout.maps.map((map, i) => (
          <Column key={map.y} x={0} {...map} width={layout.rowWidth} title={`map task ${i}`} />
        ))}
        {layout.reducers.map((reducer, i) => (
          <Column
            key={reducer.y}
            x={layout.reducersX}
            {...reducer}
            width={layout.rowWidth}
            title={`partition ${i} (${frame.reducers[i]?.length ?? 0})`}
          />
        ))}
        {placesOf(frame, shuffle, layout).map(({ row, x, y }) => {
          const { key, reducer } = shuffle.rows[row]!;
          return (
            <g key={row} transform={`translate(${x} ${y})`} className="transition-transform duration-500">
              <rect
                x="4"
                width={Math.max(0, layout.rowWidth - 8)}
                height="18"
                rx="4"
                strokeWidth="1.5"
                className="fill-tint stroke-shuffle"
              />
              <text x="10" y="13" className="fill-ink font-mono text-xs">
                {short(key)}
              </text>
              {isHashed ? (
                <text x={layout.rowWidth - 10} y="13" textAnchor="end" className="fill-soft text-xs">
                  → {reducer}
                </text>
              ) : null}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

interface ColumnProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly title: string;
}

function Column({ x, y, width, height, title }: ColumnProps) {
  return (
    <g>
      <rect
        x={x + 0.5}
        y={y + 0.5}
        width={Math.max(0, width - 1)}
        height={height}
        rx="6"
        className="fill-sunken stroke-line"
      />
      <text x={x + 6} y={y + 14} className="fill-soft text-xs">
        {title}
      </text>
    </g>
  );
}

function short(key: string): string {
  return key.length > 9 ? `${key.slice(0, 8)}…` : key;
}
