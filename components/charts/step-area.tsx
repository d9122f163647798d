'use client';
import { useId, useRef } from 'react';
import { useWidth } from '#components/ui/use-width.ts';
import { BottomAxis } from './bottom-axis.tsx';
import { Hatch } from './hatch.tsx';
import { LeftAxis } from './left-axis.tsx';
import { MarkCursor } from './mark-cursor.tsx';
import { stepPath } from './step-path.ts';

export interface StepBin {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** What there was room for; null where it is not known. */
  readonly limit: number | null;
}

export interface StepAreaProps {
  readonly label: string;
  readonly bins: readonly StepBin[];
  readonly readOut: (bin: StepBin) => string;
  readonly otherwise: string;
  readonly height?: number;
}

const LEFT = 40;
const TOP = 10;
const BOTTOM = 22;

/** How much of what was there was used over time: the used part filled, the rest hatched up to the limit. */
export function StepArea({ label, bins, readOut, otherwise, height = 160 }: StepAreaProps) {
  const box = useRef<HTMLDivElement>(null);
  const hatch = useId();
  const width = useWidth(box);
  const plotWidth = Math.max(0, width - LEFT - 2);
  const bottom = height - BOTTOM;
  const from = bins[0]?.from ?? 0;
  const to = bins.at(-1)?.to ?? 1;
  const max = Math.max(1, ...bins.map(({ value, limit }) => Math.max(value, limit ?? 0)));
  const x = (at: number) => LEFT + ((at - from) / (to - from)) * plotWidth;
  const y = (value: number) => bottom - (value / max) * (bottom - TOP);
  const limits = bins.filter(({ limit }) => limit !== null);
  const limitPath = stepPath(limits, (bin) => bin.limit ?? 0, x, y);
  return (
    <div ref={box} className="min-w-0">
      <MarkCursor
        label={label}
        count={bins.length}
        markAt={(px) => {
          const at = from + ((px - LEFT) / plotWidth) * (to - from);
          const index = bins.findIndex((bin) => at >= bin.from && at < bin.to);
          return index < 0 ? undefined : index;
        }}
        readOut={(mark) => readOut(bins[mark]!)}
        otherwise={otherwise}
      >
        {(active) => (
          <svg width={width} height={height} aria-hidden="true" className="block">
            <defs>
              <Hatch id={hatch} fill={{ color: 'sink' }} />
            </defs>
            <LeftAxis max={max} unit="count" left={LEFT} width={plotWidth} top={TOP} bottom={bottom} />
            {limits.length > 0 ? (
              <path
                d={`${limitPath}V${bottom}H${x(limits[0]!.from)}Z`}
                fill={`url(#${hatch})`}
                fillOpacity="0.45"
              />
            ) : null}
            {bins.length > 0 ? (
              <path
                d={`${stepPath(bins, (bin) => bin.value, x, y)}V${bottom}H${x(from)}Z`}
                className="fill-narrow"
              />
            ) : null}
            <path d={limitPath} fill="none" strokeWidth="1.5" className="stroke-ink" />
            {active !== undefined && bins[active] ? (
              <line
                x1={(x(bins[active].from) + x(bins[active].to)) / 2}
                x2={(x(bins[active].from) + x(bins[active].to)) / 2}
                y1={TOP}
                y2={bottom}
                strokeWidth="1.5"
                className="stroke-accent"
              />
            ) : null}
            <BottomAxis from={from} to={to} unit="ms" left={LEFT} width={plotWidth} y={bottom} />
          </svg>
        )}
      </MarkCursor>
    </div>
  );
}
