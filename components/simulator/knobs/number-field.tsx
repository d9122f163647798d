import { clsx } from 'clsx';
import { type KeyboardEvent, useState } from 'react';
import { checkKnobs } from '#lib/simulator/pipeline/check-knobs.ts';
import type { NumberKnob } from '#lib/simulator/pipeline/knob.ts';
import { knobText, knobValue } from '#lib/simulator/pipeline/knob-text.ts';
import type { Knobs } from '#lib/simulator/pipeline/knobs.ts';
import { setKnobs } from '../session/simulation.ts';

export interface NumberFieldProps {
  readonly knob: NumberKnob;
  readonly knobs: Knobs;
  readonly labelledBy: string;
  readonly describedBy: string;
}

/** The exact value. What is out of range is refused here, with the range; the knob stays where it is. */
export function NumberField({ knob, knobs, labelledBy, describedBy }: NumberFieldProps) {
  const value = knobs[knob.id] as number;
  /** What is being typed; undefined while the field shows the knob. */
  const [typed, setTyped] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [seen, setSeen] = useState(value);
  const problemId = `${describedBy}-problem`;
  if (seen !== value) {
    // Turned elsewhere: what was typed here is about a value that is gone.
    setSeen(value);
    setTyped(undefined);
    setProblem(undefined);
  }

  const take = () => {
    if (typed === undefined) return;
    const next = knobValue(knob, typed);
    const wrong = checkKnobs({ ...knobs, [knob.id]: next }).find(({ id }) => id === knob.id);
    setProblem(wrong?.message);
    if (wrong) return;
    setTyped(undefined);
    setKnobs({ [knob.id]: next });
  };
  const giveUp = () => {
    setTyped(undefined);
    setProblem(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') take();
    else if (event.key === 'Escape' && typed !== undefined) {
      event.preventDefault();
      giveUp();
    }
  };

  return (
    <>
      <input
        type="text"
        autoComplete="off"
        spellCheck={false}
        aria-labelledby={labelledBy}
        aria-describedby={problem ? `${problemId} ${describedBy}` : describedBy}
        aria-invalid={problem !== undefined}
        value={typed ?? knobText(knob, value)}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={onKeyDown}
        className={clsx(
          'min-h-7 w-28 shrink-0 rounded border bg-panel px-2 text-right text-sm pointer-coarse:min-h-11',
          problem ? 'border-alert border-dashed' : 'border-edge',
        )}
      />
      {/* Mounted all the time, or its text would not be read out. */}
      <p id={problemId} role="alert" className="wrap-anywhere order-last basis-full text-alert text-xs">
        {problem ? (
          <>
            {problem}{' '}
            <button type="button" onClick={giveUp} className="min-h-6 rounded underline">
              Keep {knobText(knob, value)}
            </button>
          </>
        ) : null}
      </p>
    </>
  );
}
