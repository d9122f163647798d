import { formatBytes, formatCount, formatMs, formatShare } from '#lib/base/format.ts';
import type { ComputedUnit } from '#lib/simulator/computed.ts';

/** A figure of the simulator as people read it; what it counts is told by its label. */
export function figureText(value: number, unit: ComputedUnit): string {
  switch (unit) {
    case 'bytes':
      return formatBytes(value);
    case 'ms':
      return formatMs(value);
    case 'share':
      return formatShare(value);
    default:
      return formatCount(value);
  }
}
