import type { Envelope } from '../envelope.ts';
import type { SharedState } from '../kinds/kinds.ts';
import type { SimulatorState } from '../kinds/simulator.ts';
import type { Category } from './categories.ts';
import { redactAnalysis } from './redact-analysis.ts';
import { redactInsight } from './redact-insight.ts';
import { redactPlayground } from './redact-playground.ts';
import { createRedactor, type KnownValues, type Redactor } from './redactor.ts';

/** The state as it may leave: with everything of the hidden categories replaced. */
export function redactState(
  state: SharedState,
  hidden: readonly Category[],
  known?: KnownValues,
): SharedState {
  return redact(state, createRedactor(hidden, known));
}

/** What can be hidden in states of a kind at all; the rest of the switches would do nothing. */
export function hiddenIn(state: SharedState, hidden: readonly Category[]): Envelope['hidden'] {
  switch (state.kind) {
    case 'simulator':
      return hasKeyNames(state) ? hidden.filter((category) => category === 'literals') : [];
    case 'scenario':
      return [];
    default:
      return hidden;
  }
}

function redact(state: SharedState, redactor: Redactor): SharedState {
  switch (state.kind) {
    case 'analysis':
      return redactAnalysis(state, redactor);
    case 'insight': {
      const { run, insight } = state;
      const name = run !== null && redactor.hides('names') ? redactor.standIn('names', run) : run;
      return { ...state, run: name, insight: redactInsight(insight, redactor) };
    }
    case 'playground':
      return redactPlayground(state, redactor);
    case 'simulator':
      return redactor.hides('literals') ? withoutKeyNames(state) : state;
    // Steps are numbers and names of ours.
    case 'scenario':
      return state;
  }
}

/** Knobs are numbers and choices of ours, but keys of one's own are called what the data calls them. */
function hasKeyNames({ keyNames, baseline }: SimulatorState): boolean {
  return keyNames !== null || (baseline !== null && baseline.keyNames !== null);
}

function withoutKeyNames(state: SimulatorState): SimulatorState {
  const { baseline } = state;
  return { ...state, keyNames: null, baseline: baseline && { ...baseline, keyNames: null } };
}
