import type { ComputedUnit } from '#lib/simulator/computed.ts';
import type { CurvePoint } from '#lib/simulator/pipeline/knee.ts';
import type { TotalId } from '#lib/simulator/pipeline/pipeline-run.ts';
import { figureText } from '../totals/figure-text.ts';
import { TOTAL_WORDS } from '../totals/total-words.ts';

/** Where more of a knob stops helping, in a sentence. */
export function kneeText(
  knee: CurvePoint | undefined,
  knob: string,
  total: TotalId,
  unit: ComputedUnit,
): string {
  const figure = TOTAL_WORDS[total].label.toLowerCase();
  if (!knee) return `There is no knee: ${figure} does not fall and then level off over this range.`;
  return `The knee is at ${knee.x.toLocaleString('en-US')} ${knob.toLowerCase()}: up to there ${figure} falls fast, to ${figureText(knee.y, unit)}; beyond it, more brings little.`;
}
