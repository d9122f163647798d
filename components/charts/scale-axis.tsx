import { type AxisUnit, tickLabel } from './ticks.ts';
import type { ValueScale } from './value-scale.ts';

export interface ScaleAxisProps {
  readonly scale: ValueScale;
  readonly unit: AxisUnit;
  /** Left edge, width, top and bottom of the plot in px. */
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

const PX_PER_TICK = 36;

/** Gridlines and labels of a scale of values. */
export function ScaleAxis({ scale, unit, left, width, top, bottom }: ScaleAxisProps) {
  return (
    <g>
      {scale.ticks(Math.max(1, Math.floor((bottom - top) / PX_PER_TICK))).map((value) => {
        const y = bottom - scale.height(value) * (bottom - top);
        return (
          <g key={value}>
            <line x1={left} x2={left + width} y1={y} y2={y} strokeOpacity="0.5" className="stroke-line" />
            <text x={left - 6} y={y} dy="0.32em" textAnchor="end" className="fill-soft text-xs">
              {tickLabel(value, unit)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
