import { type AxisUnit, tickLabel, ticks } from './ticks.ts';

export interface LeftAxisProps {
  readonly max: number;
  readonly unit: AxisUnit;
  /** Left edge, width, top and bottom of the plot in px. */
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

const PX_PER_TICK = 36;

/** Gridlines and labels from 0 up to `max`. */
export function LeftAxis({ max, unit, left, width, top, bottom }: LeftAxisProps) {
  const marks = ticks(0, max, Math.max(1, Math.floor((bottom - top) / PX_PER_TICK)), unit);
  return (
    <g>
      {marks.map((value) => {
        const y = bottom - (value / max) * (bottom - top);
        return (
          <g key={value}>
            <line x1={left} x2={left + width} y1={y} y2={y} className="stroke-line" />
            <text x={left - 6} y={y} dy="0.32em" textAnchor="end" className="fill-soft text-xs">
              {tickLabel(value, unit)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
