import type { NumberKnob } from '#lib/simulator/pipeline/knob.ts';
import { knobText } from '#lib/simulator/pipeline/knob-text.ts';
import type { Knobs } from '#lib/simulator/pipeline/knobs.ts';
import { setKnobs, settle } from '../session/simulation.ts';

import { KnobWords } from './knob-words.tsx';
import { NumberField } from './number-field.tsx';
import { nextSliderValue, SLIDER_MAX, sliderPosition, sliderValue } from './slider-scale.ts';
import { SpecialValue } from './special-value.tsx';

export interface NumberRowProps {
  readonly knob: NumberKnob;
  readonly knobs: Knobs;
  readonly id: string;
}

/** A slider for trying, a field for the exact value. */
export function NumberRow({ knob, knobs, id }: NumberRowProps) {
  const value = knobs[knob.id] as number;
  const turn = (next: number) => {
    performance.mark('shufflescope:knob-turned', { detail: next });
    setKnobs({ [knob.id]: next }, knob.id);
  };
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-2">
        <span id={`${id}-label`} className="flex-1 font-medium text-sm">
          {knob.label}
        </span>
        <NumberField knob={knob} knobs={knobs} labelledBy={`${id}-label`} describedBy={`${id}-words`} />
      </div>
      <input
        type="range"
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-words`}
        aria-valuetext={knobText(knob, value)}
        min={0}
        max={SLIDER_MAX}
        value={sliderPosition(knob, value)}
        onChange={(event) => turn(sliderValue(knob, Number(event.target.value)))}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          const next = nextSliderValue(knob, value, event.key);
          if (next === undefined) return;
          event.preventDefault();
          turn(next);
        }}
        onPointerUp={settle}
        onKeyUp={settle}
        onBlur={settle}
        className="h-6 w-full min-w-0 cursor-pointer accent-accent pointer-coarse:h-11"
      />
      <SpecialValue knob={knob} value={value} />
      <KnobWords knob={knob} id={`${id}-words`} />
    </>
  );
}
