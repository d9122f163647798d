import { Panel } from '#components/ui/panel.tsx';
import { SimpleTable } from '#components/ui/simple-table.tsx';
import type { SimulatorState } from '#lib/share/kinds/simulator.ts';
import { changedKnobs } from '#lib/simulator/pipeline/compare-runs.ts';
import { KNOBS } from '#lib/simulator/pipeline/knob-list.ts';
import { openHandedKnobs } from '#lib/simulator/pipeline/knob-values.ts';
import { knobLabel, knobValueText } from '#lib/simulator/pipeline/knob-words.ts';
import { DEFAULT_KNOBS } from '#lib/simulator/pipeline/knobs.ts';
import { PRESETS } from '#lib/simulator/pipeline/presets.ts';

/** The knobs that were turned. What they lead to is worked out in the simulator. */
export function SharedSimulator({ state }: { readonly state: SimulatorState }) {
  const { knobs, problems } = openHandedKnobs(state);
  const baseline = state.baseline ? openHandedKnobs(state.baseline).knobs : undefined;
  const columns = [
    { title: 'Here', knobs },
    ...(baseline ? [{ title: 'In the baseline', knobs: baseline }] : []),
    { title: 'Where it starts', knobs: DEFAULT_KNOBS },
  ];
  const turned = new Set(columns.flatMap((column) => changedKnobs(DEFAULT_KNOBS, column.knobs)));
  const ids = KNOBS.map(({ id }) => id).filter((id) => turned.has(id));
  const preset = PRESETS.find(({ id }) => id === state.situation);
  return (
    <Panel title="Knobs">
      <div className="grid gap-3 text-sm">
        {preset ? (
          <p className="max-w-prose">
            <span className="font-medium">{preset.title}.</span> {preset.look}
          </p>
        ) : null}
        {ids.length === 0 ? (
          <p className="text-soft">All knobs are where they start.</p>
        ) : (
          <SimpleTable
            caption="Knobs"
            columns={[{ header: 'Knob' }, ...columns.map(({ title }) => ({ header: title }))]}
            rows={ids.map((id) => [
              knobLabel(id),
              ...columns.map((column) => knobValueText(id, column.knobs)),
            ])}
          />
        )}
        {knobs.keyShape === 'weights' && knobs.keyNames.length === 0 ? (
          <p className="max-w-prose text-soft">
            Keys are numbers here. Where they have names that the sender hid, they fall into other partitions
            there.
          </p>
        ) : null}
        {problems.length > 0 ? (
          <ul className="wrap-anywhere grid gap-1 text-soft">
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        ) : null}
      </div>
    </Panel>
  );
}
