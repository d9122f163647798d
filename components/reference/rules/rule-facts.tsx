import { Severity } from '#components/ui/severity.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { EVIDENCE_CLASSES } from './evidence-classes.ts';
import type { RuleEntry } from './rule-entry.ts';

/** Id, severity and what a finding rests on, in one line. */
export function RuleFacts({ rule: { id, severity, evidence } }: { readonly rule: RuleEntry }) {
  const { label, meaning } = EVIDENCE_CLASSES[evidence];
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="font-mono text-faint text-xs">{id}</span>
      <Severity level={severity} />
      <Tag title={meaning}>{label}</Tag>
    </p>
  );
}
