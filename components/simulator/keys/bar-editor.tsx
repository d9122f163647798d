'use client';
import { BarDrawing } from '#components/charts/bar-drawing.tsx';
import { formatCount, formatShare, plural } from '#lib/base/format.ts';
import type { Knobs } from '#lib/simulator/pipeline/knobs.ts';
import { setKnobs, settle } from '../session/simulation.ts';
import { TALLEST_BAR } from './own-weights.ts';

/** A bar for each key. */
export function BarEditor({ knobs }: { readonly knobs: Knobs }) {
  const { weights, keyNames } = knobs;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const set = (key: number, weight: number) => {
    const next = weights.with(key, weight);
    // Without any rows there would be nothing to run.
    if (next.some((each) => each > 0)) setKnobs({ weights: next }, 'weights');
  };
  return (
    <div className="grid gap-2">
      <BarDrawing
        heights={weights}
        tallest={Math.max(TALLEST_BAR, ...weights)}
        labelOf={(key) => `Rows of key ${keyNames[key] ?? String(knobs.firstKey + key)}`}
        textOf={(key) => `${formatCount(weights[key]!)}, ${formatShare(weights[key]! / total)} of all rows`}
        onDraw={set}
        onDrawn={settle}
      />
      <p className="text-faint text-xs">
        Sweep over the bars to draw; with the keyboard each bar is a slider. {plural(weights.length, 'key')},{' '}
        {keyNames.length > 0 ? 'hashed as texts' : `whole numbers from ${formatCount(knobs.firstKey)} on`}.
      </p>
    </div>
  );
}
