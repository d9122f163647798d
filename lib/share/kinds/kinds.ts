import { type Decoder, ShapeError } from '../codec/decode.ts';
import { type AnalysisState, analysisState } from './analysis.ts';
import { type InsightState, insightState } from './insight.ts';
import { type PlaygroundState, playgroundState } from './playground.ts';
import { type ScenarioState, scenarioState } from './scenario.ts';
import { type SimulatorState, simulatorState } from './simulator.ts';

export type SharedState = AnalysisState | InsightState | PlaygroundState | SimulatorState | ScenarioState;
export type Kind = SharedState['kind'];

interface KindOfState {
  readonly kind: Kind;
  /** What a link of the kind shows: "This link shows …". */
  readonly name: string;
  readonly decoder: Decoder<SharedState>;
}

/** What can be shared. A new kind is one line here and a file beside this one. */
export const KINDS: readonly KindOfState[] = [
  { kind: 'analysis', name: 'the summary of a run', decoder: analysisState },
  { kind: 'insight', name: 'one insight of a run', decoder: insightState },
  { kind: 'playground', name: 'a PySpark program', decoder: playgroundState },
  { kind: 'simulator', name: 'a simulation', decoder: simulatorState },
  { kind: 'scenario', name: 'a step of a scenario', decoder: scenarioState },
];

export function kindName(kind: Kind): string {
  return KINDS.find((each) => each.kind === kind)?.name ?? kind;
}

/** A state of any kind; its own `kind` says which. */
export const anyState: Decoder<SharedState> = (value, at) => {
  const given = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  const known = KINDS.find(({ kind }) => kind === given);
  if (!known) throw new ShapeError(`${at.path} is of no kind that is known: ${JSON.stringify(given)}`);
  return known.decoder(value, at);
};
