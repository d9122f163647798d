import type { KnobGroup } from '#lib/simulator/pipeline/knob.ts';

/** The headings of the knobs, in the order of the page. */
export const GROUP_WORDS: Readonly<Record<KnobGroup, string>> = {
  data: 'Data',
  keys: 'Keys',
  step: 'What happens',
  adaptive: 'Adaptive execution',
  cluster: 'Cluster',
  write: 'Write',
  assumptions: 'Assumptions',
};

/** What choices mean where their own word does not say it. */
export const CHOICE_WORDS: Readonly<Record<string, string>> = {
  uniform: 'uniform: all alike',
  zipf: 'Zipf: a few have most',
  hot: 'one hot key',
  weights: 'my own: drawn or pasted',
  LeftOuter: 'left outer',
  RightOuter: 'right outer',
  FullOuter: 'full outer',
  LeftSemi: 'left semi',
  LeftAnti: 'left anti',
  Inner: 'inner',
  join: 'join with another table',
  aggregate: 'aggregate by the key',
  sort: 'sort by the key',
  repartition: 'repartition(n)',
};
