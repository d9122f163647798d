import type { LaidEdge } from '../layout/laid-out.ts';

/** A smooth line downwards through points, leaving and entering each vertically; at its end it may turn to a side. */
export function edgePath({ points, side }: Pick<LaidEdge, 'points' | 'side'>): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let from = first;
  const parts = [`M${round(from.x)} ${round(from.y)}`];
  for (const to of rest) {
    const bend = Math.max(8, Math.abs(to.y - from.y) / 2);
    parts.push(
      from.x === to.x
        ? `L${round(to.x)} ${round(to.y)}`
        : `C${round(from.x)} ${round(from.y + bend)} ${round(to.x)} ${round(to.y - bend)} ${round(to.x)} ${round(to.y)}`,
    );
    from = to;
  }
  if (side) parts.push(`Q${round(from.x)} ${round(side.y)} ${round(side.x)} ${round(side.y)}`);
  return parts.join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
