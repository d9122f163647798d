import { describe, expect, it } from 'vitest';
import { jobGroups } from './job-groups.ts';
import { observedRun } from './testing.ts';

/** Each group as `from..to: stage<parents …`. */
function groups(text: string): readonly string[] {
  return jobGroups(observedRun(text).jobs).map(
    ({ startMs, endMs, stages }) =>
      `${startMs / 1000}..${endMs / 1000}: ${stages.map(({ id, parents }) => `${id}<${parents.join('+')}`).join(' ')}`,
  );
}

describe('jobGroups', () => {
  it('keeps jobs apart that follow each other', () => {
    expect(
      groups(`slots 2  0..30
      0  0..10   0: 2
      1  10..20  1: 2`),
    ).toEqual(['0..10: 0<', '10..20: 1<']);
  });

  it('takes jobs that overlap together, each free to run', () => {
    expect(
      groups(`slots 2  0..30
      0  0..10  0: 2
      1  5..20  1: 2`),
    ).toEqual(['0..20: 0< 1<']);
  });

  it('lets a job of a group wait for those that had ended before it began', () => {
    expect(
      groups(`slots 2  0..30
      0  0..20   0: 20
      1  1..5    1: 2 ; 2 < 1: 2
      2  6..18   3: 9`),
    ).toEqual(['0..20: 0< 1< 2<1 3<2']);
  });

  it('forgets parents that never ran', () => {
    expect(
      groups(`slots 2  0..30
      0  0..10  4 < 3: 2`),
    ).toEqual(['0..10: 4<']);
  });
});
