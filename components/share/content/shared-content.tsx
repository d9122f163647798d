import type { SharedState } from '#lib/share/kinds/kinds.ts';
import { SharedAnalysis } from './shared-analysis.tsx';
import { SharedInsight } from './shared-insight.tsx';
import { SharedPlayground } from './shared-playground.tsx';
import { SharedScenario } from './shared-scenario.tsx';
import { SharedSimulator } from './shared-simulator.tsx';

export interface SharedContentProps {
  readonly state: SharedState;
  /** Shows what one can see, and leaves out what it means. */
  readonly withoutAnswer?: boolean;
}

/** One view for each kind of state, read-only. */
export function SharedContent({ state, withoutAnswer = false }: SharedContentProps) {
  switch (state.kind) {
    case 'analysis':
      return <SharedAnalysis state={state} withoutAnswer={withoutAnswer} />;
    case 'insight':
      return <SharedInsight insight={state.insight} withoutAnswer={withoutAnswer} />;
    case 'playground':
      return <SharedPlayground state={state} />;
    case 'simulator':
      return <SharedSimulator state={state} />;
    case 'scenario':
      return <SharedScenario state={state} />;
  }
}
