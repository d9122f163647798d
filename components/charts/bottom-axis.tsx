import { type AxisUnit, tickLabel, ticks } from './ticks.ts';

export interface BottomAxisProps {
  readonly from: number;
  readonly to: number;
  readonly unit: AxisUnit;
  /** Left edge and width of the plot, and where its bottom is, in px. */
  readonly left: number;
  readonly width: number;
  readonly y: number;
}

const PX_PER_TICK = 90;

/** Ticks and labels below a plot whose values run evenly from left to right. */
export function BottomAxis({ from, to, unit, left, width, y }: BottomAxisProps) {
  const marks = ticks(from, to, Math.max(1, Math.floor(width / PX_PER_TICK)), unit);
  return (
    <g>
      <line x1={left} x2={left + width} y1={y + 0.5} y2={y + 0.5} className="stroke-edge" />
      {marks.map((value) => {
        const x = left + ((value - from) / (to - from)) * width;
        const anchor = x < left + 20 ? 'start' : x > left + width - 30 ? 'end' : 'middle';
        return (
          <g key={value}>
            <line x1={x} x2={x} y1={y} y2={y + 4} className="stroke-edge" />
            <text x={x} y={y + 16} textAnchor={anchor} className="fill-soft text-xs">
              {tickLabel(value, unit)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
