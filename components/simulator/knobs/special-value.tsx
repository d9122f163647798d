import type { NumberKnob } from '#lib/simulator/pipeline/knob.ts';
import { DEFAULT_KNOBS } from '#lib/simulator/pipeline/knobs.ts';
import { setKnobs } from '../session/simulation.ts';

/** A checkbox for the value beside the range that means something of its own: off, none, as measured. */
export function SpecialValue({ knob, value }: { readonly knob: NumberKnob; readonly value: number }) {
  const [found] = Object.entries(knob.special ?? {});
  if (found === undefined) return null;
  const [special, meaning] = [Number(found[0]), found[1]];
  const standard = DEFAULT_KNOBS[knob.id] as number;
  const ordinary = standard === special ? Math.max(1, knob.min) : standard;
  return (
    <label className="inline-flex min-h-6 w-fit items-center gap-2 text-sm text-soft pointer-coarse:min-h-11">
      <input
        type="checkbox"
        checked={value === special}
        onChange={(event) => setKnobs({ [knob.id]: event.target.checked ? special : ordinary })}
        className="size-4 accent-accent"
      />
      <span>
        {meaning}
        <span className="sr-only"> ({knob.label})</span>
      </span>
    </label>
  );
}
