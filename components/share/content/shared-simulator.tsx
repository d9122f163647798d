import { Panel } from '#components/ui/panel.tsx';
import { SimpleTable } from '#components/ui/simple-table.tsx';
import type { SimulatorState } from '#lib/share/kinds/simulator.ts';

/** The knobs that were turned. What they lead to is worked out in the simulator. */
export function SharedSimulator({ state }: { readonly state: SimulatorState }) {
  const knobs = Object.entries(state.knobs);
  return (
    <Panel title="Knobs">
      {knobs.length === 0 ? (
        <p className="text-soft text-sm">All knobs are where they start.</p>
      ) : (
        <SimpleTable
          caption="Knobs"
          columns={[{ header: 'Knob' }, { header: 'Value' }]}
          rows={knobs.map(([id, value]) => [id, String(value)])}
        />
      )}
    </Panel>
  );
}
