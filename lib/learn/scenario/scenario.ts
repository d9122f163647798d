import type { Concept } from '#lib/explain/terms.ts';
import type { Queries } from '../engine/measurement.ts';
import { applyPatch, type Workspace, type WorkspacePatch } from '../engine/workspace.ts';
import type { Figure } from './figure.ts';
import type { Step } from './step.ts';

/** A guided scenario: data and prose. What is true in it comes from the engines. */
export interface Scenario {
  /** Name of its folder. */
  readonly id: string;
  readonly title: string;
  readonly concepts: readonly [Concept, ...Concept[]];
  readonly minutes: number;
  readonly story: Story;
  readonly situations: { readonly start: Workspace } & Readonly<Record<string, Workspace>>;
  /** Asked of every log that one of the situations has. */
  readonly queries: Queries;
  readonly figures: Readonly<Record<string, Figure>>;
  readonly steps: readonly [Step, ...Step[]];
}

/** Prose; may show figures as `{name}`. */
export interface Story {
  /** Who meets it: a name and a job. */
  readonly who: string;
  /** What they see, with a number. */
  readonly symptom: string;
  readonly goal: string;
  /** "You will be able to …" */
  readonly able: readonly [string, ...string[]];
}

/** The start and what was changed of it, by name. */
export function situations(
  start: Workspace,
  changes: Readonly<Record<string, WorkspacePatch>>,
): Scenario['situations'] {
  const changed = Object.entries(changes).map(([name, patch]) => [name, applyPatch(start, patch)] as const);
  return { start, ...Object.fromEntries(changed) };
}
