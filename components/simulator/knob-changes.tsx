import { changedKnobs } from '#lib/simulator/pipeline/compare-runs.ts';
import { knobLabel, knobValueText } from '#lib/simulator/pipeline/knob-words.ts';
import type { Knobs } from '#lib/simulator/pipeline/knobs.ts';

/** Knobs that differ, each with both values. */
export function KnobChanges({ before, now }: { readonly before: Knobs; readonly now: Knobs }) {
  const changed = changedKnobs(before, now);
  if (changed.length === 0) return <span className="text-faint">no knob differs</span>;
  return (
    <ul className="inline-flex flex-wrap gap-x-4 gap-y-1">
      {changed.map((id) => (
        <li key={id}>
          <span className="font-medium">{knobLabel(id)}</span> {knobValueText(id, before)} →{' '}
          {knobValueText(id, now)}
        </li>
      ))}
    </ul>
  );
}
