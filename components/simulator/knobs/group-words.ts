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
