import { Panel } from '#components/ui/panel.tsx';
import type { ScenarioState } from '#lib/share/kinds/scenario.ts';

/** Which step of which scenario; the scenario itself is part of the app. */
export function SharedScenario({ state }: { readonly state: ScenarioState }) {
  return (
    <Panel title={`Scenario “${state.id.replaceAll('-', ' ')}”`}>
      <p className="text-sm">
        Step {state.step + 1}
        {state.seed === null ? '' : `, variant ${state.seed} of its numbers`}.
      </p>
    </Panel>
  );
}
