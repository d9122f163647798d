import { exists } from '#lib/base/assert.ts';
import { type Looks, runChecks, slipIn } from '../check/check.ts';
import type { EngineState } from '../engine/engine-state.ts';
import { applyPatch, type WorkspacePatch } from '../engine/workspace.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { ActStep } from '../scenario/step.ts';
import type { Look } from './engine-problems.ts';

/** At the start no check holds; with the solution and every other right way all do; each wrong turn is told. */
export async function actProblems(
  step: ActStep,
  { situations }: Scenario,
  solved: EngineState,
  look: Look,
): Promise<readonly string[]> {
  const workspace = exists(situations[step.shows.situation], step.shows.situation);
  const start = await look(workspace);
  const after = async (patch: WorkspacePatch): Promise<Looks> => ({
    now: await look(applyPatch(workspace, patch)),
    start,
  });
  const problems = [
    ...failing(step, { now: solved, start }).map((id) => `the solution does not pass ${id}`),
    ...runChecks(step.checks, { now: start, start }).flatMap(({ id, holds }) =>
      holds ? [`${id} holds at the start`] : [],
    ),
    ...runChecks(step.keeps, { now: start, start }).flatMap(({ id, holds }) =>
      holds ? [] : [`${id} is to stay so and is not so at the start`],
    ),
    ...outOfReach(step),
  ];
  const startSlip = slipIn(step.slips, { now: start, start });
  if (startSlip) problems.push(`the start is told to be the wrong turn ${startSlip.id}`);
  for (const { says, patch } of step.otherWays)
    problems.push(...failing(step, await after(patch)).map((id) => `"${says}" does not pass ${id}`));
  for (const { id, patch } of step.slips) {
    const looks = await after(patch);
    if (failing(step, looks).length === 0) problems.push(`the wrong turn ${id} passes`);
    const told = slipIn(step.slips, looks)?.id;
    if (told !== id) problems.push(`the wrong turn ${id} is told as ${told ?? 'nothing'}`);
  }
  const worked = await after(step.worked.patch);
  problems.push(...worked.now.problems.map((problem) => `the worked step: ${problem}`));
  if (new Set(step.hints).size !== step.hints.length) problems.push('two hints are the same');
  return problems;
}

function failing({ checks, keeps }: ActStep, looks: Looks): readonly string[] {
  return runChecks([...checks, ...keeps], looks).flatMap(({ id, holds }) => (holds ? [] : [id]));
}

/** Changes that nobody could make with the levers of the step. */
function outOfReach({ levers, worked, slips, otherWays }: ActStep): readonly string[] {
  const knobs = new Set(levers.flatMap((lever) => (lever.kind === 'knobs' ? lever.ids : [])));
  const has = (kind: string) => levers.some((lever) => lever.kind === kind);
  return [worked, ...slips, ...otherWays].flatMap(({ patch }) => [
    ...Object.keys(patch.knobs ?? {})
      .filter((id) => !knobs.has(id as never))
      .map((id) => `changes the knob ${id}, which is no lever`),
    ...(patch.files && !has('code') ? ['changes code, which is no lever'] : []),
    ...(patch.sql !== undefined && !has('sql') ? ['changes SQL, which is no lever'] : []),
    ...(patch.log !== undefined ? ['opens another log'] : []),
  ]);
}
