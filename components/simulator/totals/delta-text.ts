import { formatShare } from '#lib/base/format.ts';
import type { Delta } from '#lib/simulator/pipeline/compare-runs.ts';
import { figureText } from './figure-text.ts';
import { TOTAL_WORDS } from './total-words.ts';

export interface DeltaText {
  readonly glyph: '▲' | '▼' | '=';
  /** "+227 (+114 %)", or that nothing has changed. */
  readonly text: string;
  /** Only where a figure is a cost. */
  readonly tone: 'better' | 'worse' | 'plain';
}

/** A change against the baseline, told by sign, glyph and words; color comes last. */
export function deltaText({ total, unit, before, now, change, share }: Delta): DeltaText {
  // What reads the same is the same: 16.0 GiB and 16.0 GiB.
  if (figureText(before, unit) === figureText(now, unit))
    return { glyph: '=', text: 'as in the baseline', tone: 'plain' };
  const isMore = change > 0;
  const sign = isMore ? '+' : '-';
  const size = figureText(Math.abs(change), unit);
  const relative = share === undefined ? '' : ` (${sign}${formatShare(Math.abs(share))})`;
  const isCost = TOTAL_WORDS[total].isCost === true;
  return {
    glyph: isMore ? '▲' : '▼',
    text: `${sign}${size}${relative}`,
    tone: isCost ? (isMore ? 'worse' : 'better') : 'plain',
  };
}
