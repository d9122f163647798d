'use client';
import { useId, useState } from 'react';
import { useStore } from '#components/shell/use-store.ts';
import { KnobRow } from '#components/simulator/knobs/knob-row.tsx';
import { history } from '#components/simulator/session/simulation.ts';
import { Switch } from '#components/ui/switch.tsx';
import { useNarrow } from '#components/ui/use-narrow.ts';
import type { Lever } from '#lib/learn/scenario/step.ts';
import { KNOBS } from '#lib/simulator/pipeline/knob-list.ts';

/** The knobs that a step lets one turn, in the order of the simulator. */
export function KnobList({ levers }: { readonly levers: readonly Lever[] }) {
  const { present } = useStore(history);
  const narrow = useNarrow();
  const [chosen, setChosen] = useState<boolean>();
  const explained = chosen ?? !narrow;
  const id = useId();
  const ids = levers.flatMap((lever) => (lever.kind === 'knobs' ? lever.ids : []));
  if (ids.length === 0) return null;
  return (
    <section
      aria-labelledby={id}
      data-explained={explained}
      className="group/knobs min-w-0 rounded border border-line bg-panel px-4 py-2"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <h2 id={id} className="font-semibold text-sm">
          Knobs
        </h2>
        <Switch label="Explain each knob" on={explained} onChange={setChosen} />
      </div>
      <div className="grid items-start gap-x-8 @xl:grid-cols-2 @4xl:grid-cols-1">
        {KNOBS.filter((knob) => ids.includes(knob.id)).map((knob) => (
          <KnobRow key={knob.id} knob={knob} knobs={present} />
        ))}
      </div>
    </section>
  );
}
