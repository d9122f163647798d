import { Panel } from '#components/ui/panel.tsx';
import { ProvenanceTag } from '#components/ui/provenance-tag.tsx';
import type { Knobs } from '#lib/simulator/pipeline/knobs.ts';
import { knownKnobs } from './known-knobs.ts';

/** What goes into a simulation, without what comes out of it: that is to be predicted first. */
export function SituationFacts({ knobs }: { readonly knobs: Knobs }) {
  return (
    <Panel title="The situation" aside={<ProvenanceTag origin="simulated" />}>
      <dl className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-x-6 gap-y-3">
        {knownKnobs(knobs).map(({ id, label, value }) => (
          <div key={id} className="grid content-start">
            <dt className="text-soft text-xs">{label}</dt>
            <dd className="font-medium text-sm">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 max-w-prose text-faint text-xs">
        Knobs that are not listed stand where the simulator starts. The picture comes when you have answered.
      </p>
    </Panel>
  );
}
