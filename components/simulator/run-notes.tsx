'use client';
import { Info } from 'lucide-react';
import { useStore } from '#components/shell/use-store.ts';
import { Button } from '#components/ui/button.tsx';
import { PRESETS } from '#lib/simulator/pipeline/presets.ts';
import { addressProblems } from './address/use-address.ts';
import { KnobChanges } from './knob-changes.tsx';
import { baseline, history, restart, simulation } from './session/simulation.ts';
import { situation } from './session/situation.ts';

/** What to know before reading the pictures: the situation, the baseline, what cannot be run, what the figures do not say. */
export function RunNotes() {
  const { picture, refusal, failure } = useStore(simulation);
  const { present } = useStore(history);
  const pinned = useStore(baseline);
  const chosen = useStore(situation);
  const problems = useStore(addressProblems);
  const preset = PRESETS.find(({ id }) => id === chosen);
  return (
    <div className="grid gap-2 text-sm empty:hidden">
      {preset ? (
        <p className="max-w-prose">
          <span className="font-medium">{preset.title}.</span> {preset.look}
        </p>
      ) : null}
      {pinned ? (
        <div className="flex flex-wrap gap-x-2">
          <span className="text-soft">Since the baseline:</span>{' '}
          <KnobChanges before={pinned.knobs} now={present} />
        </div>
      ) : null}
      <div role="alert" className="grid gap-2 empty:hidden">
        {problems.length > 0 ? (
          <ul className="max-w-prose rounded border border-alert border-dashed px-3 py-2">
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        ) : null}
        {refusal ? (
          <p className="max-w-prose rounded border border-alert border-dashed px-3 py-2">
            {refusal.message} {refusal.hint} The pictures below are of the run before.
          </p>
        ) : null}
        {failure ? (
          <p className="flex flex-wrap items-center gap-3 rounded border border-alert border-dashed px-3 py-2">
            {failure}
            <Button onClick={restart}>Try again</Button>
          </p>
        ) : null}
      </div>
      {picture?.notes.map((note) => (
        <p key={note} className="flex max-w-prose gap-2">
          <Info aria-hidden size={16} className="mt-0.5 shrink-0 text-soft" />
          {note}
        </p>
      ))}
    </div>
  );
}
