import { memo, useId } from 'react';
import { Switch } from '#components/ui/switch.tsx';
import type { ChoiceKnob, Knob, SwitchKnob } from '#lib/simulator/pipeline/knob.ts';
import { CHOICE_WORDS } from '#lib/simulator/pipeline/knob-words.ts';
import type { Knobs } from '#lib/simulator/pipeline/knobs.ts';
import { ownKeysChosen } from '../keys/own-weights.ts';
import { history, setKnobs } from '../session/simulation.ts';
import { KnobWords } from './knob-words.tsx';
import { NumberRow } from './number-row.tsx';

export interface KnobRowProps {
  readonly knob: Knob;
  readonly knobs: Knobs;
}

/** One knob of whatever type, unless it has no effect as the others are. */
export function KnobRow({ knob, knobs }: KnobRowProps) {
  if (knob.type === 'weights' || knob.matters?.(knobs) === false) return null;
  return <Row knob={knob} knobs={knobs} />;
}

/** What a row shows hangs on its own value only, and there are forty of them. */
const Row = memo(
  function Row({ knob, knobs }: KnobRowProps) {
    const id = useId();
    return (
      <div className="grid min-w-0 gap-1 py-2.5" data-knob={knob.id}>
        {knob.type === 'number' ? <NumberRow knob={knob} knobs={knobs} id={id} /> : null}
        {knob.type === 'choice' ? <ChoiceRow knob={knob} value={String(knobs[knob.id])} id={id} /> : null}
        {knob.type === 'switch' ? <SwitchRow knob={knob} on={knobs[knob.id] as boolean} id={id} /> : null}
      </div>
    );
  },
  (before, after) =>
    before.knob === after.knob && before.knobs[before.knob.id] === after.knobs[after.knob.id],
);

/** Keys of one's own need some rows before they can be run. */
function choose({ id }: ChoiceKnob, choice: string): void {
  setKnobs(
    id === 'keyShape' && choice === 'weights' ? ownKeysChosen(history.get().present) : { [id]: choice },
  );
}

function ChoiceRow({ knob, value, id }: { knob: ChoiceKnob; value: string; id: string }) {
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <label htmlFor={id} className="font-medium text-sm">
          {knob.label}
        </label>
        <select
          id={id}
          value={value}
          aria-describedby={`${id}-words`}
          onChange={(event) => choose(knob, event.target.value)}
          className="min-h-8 min-w-0 max-w-48 rounded border border-edge bg-panel px-2 text-sm pointer-coarse:min-h-11"
        >
          {knob.choices.map((choice) => (
            <option key={choice} value={choice}>
              {CHOICE_WORDS[choice] ?? choice}
            </option>
          ))}
        </select>
      </div>
      <KnobWords knob={knob} id={`${id}-words`} />
    </>
  );
}

function SwitchRow({ knob, on, id }: { knob: SwitchKnob; on: boolean; id: string }) {
  return (
    <>
      <Switch label={knob.label} on={on} onChange={(next) => setKnobs({ [knob.id]: next })} />
      <KnobWords knob={knob} id={`${id}-words`} />
    </>
  );
}
