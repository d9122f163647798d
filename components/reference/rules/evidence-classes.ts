import type { EvidenceClass } from '#lib/analyzers/code/rule.ts';

/** What a finding of a rule rests on, in words. */
export const EVIDENCE_CLASSES: Readonly<Record<EvidenceClass, { label: string; meaning: string }>> = {
  C: { label: 'Code alone', meaning: 'The code alone shows it.' },
  'C+': {
    label: 'Code and sizes',
    meaning: 'The code shows the pattern; how much it matters depends on sizes or on the run.',
  },
};
