import { clsx } from 'clsx';
import type { PlacedBar } from './skyline-layout.ts';

export interface SkylineMarkProps {
  readonly bar: PlacedBar;
  readonly left: number;
  readonly bottom: number;
  readonly y: (value: number) => number;
  readonly active: boolean;
}

/** A bar; or for many bars of falling size the roof they make, from the highest over the middle to the lowest. */
export function SkylineMark({ bar, left, bottom, y, active }: SkylineMarkProps) {
  const gap = bar.width >= 4 ? 1 : 0;
  const x = left + bar.x;
  const width = Math.max(0.5, bar.width - gap);
  const className = clsx(active ? 'fill-accent' : 'fill-narrow');
  if (bar.bars === 1) {
    const top = Math.min(bottom - 1, y(bar.high));
    return <rect x={x} y={top} width={width} height={bottom - top} className={className} />;
  }
  const [high, middle, low] = [bar.high, bar.middle, bar.low].map((value) => Math.min(bottom - 1, y(value)));
  return (
    <path
      d={`M${x} ${bottom}V${high}L${x + width / 2} ${middle}L${x + width} ${low}V${bottom}Z`}
      className={className}
    />
  );
}
