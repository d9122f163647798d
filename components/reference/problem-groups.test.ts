import { expect, it } from 'vitest';
import { DETECTORS } from '#lib/analyzers/run/registry.ts';
import { problemGroups } from './problem-groups.ts';

it('every problem that a detector finds stands in one group', () => {
  const listed = problemGroups.flatMap(({ problems }) => problems);
  expect([...listed].sort()).toEqual(DETECTORS.map(({ id }) => id).sort());
});
