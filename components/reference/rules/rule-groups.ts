import { SEVERITIES } from '#lib/model/insight.ts';
import { EVIDENCE_CLASSES } from './evidence-classes.ts';
import type { RuleEntry } from './rule-entry.ts';
import { isOfFamily, RULE_FAMILIES } from './rule-families.ts';

export const GROUPINGS = [
  { value: 'family', label: 'Family' },
  { value: 'severity', label: 'Severity' },
  { value: 'evidence', label: 'Evidence' },
] as const;

export type Grouping = (typeof GROUPINGS)[number]['value'];

export interface RuleGroup {
  readonly title: string;
  readonly rules: readonly RuleEntry[];
}

/** Rules that have every word of a text in their id, name, title or reason. */
export function findRules(rules: readonly RuleEntry[], text: string): readonly RuleEntry[] {
  const words = text.toLowerCase().split(/\s+/);
  return rules.filter(({ id, name, title, why }) => {
    const all = `${id} ${name} ${title} ${why}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

/** Groups in a fixed order, without those that would be empty. */
export function groupRules(rules: readonly RuleEntry[], by: Grouping): readonly RuleGroup[] {
  return groupsBy(by)
    .map(({ title, holds }) => ({ title, rules: rules.filter(holds) }))
    .filter((group) => group.rules.length > 0);
}

interface Wanted {
  readonly title: string;
  readonly holds: (rule: RuleEntry) => boolean;
}

function groupsBy(by: Grouping): readonly Wanted[] {
  switch (by) {
    case 'family':
      return RULE_FAMILIES.map((family) => ({
        title: family.title,
        holds: ({ id }) => isOfFamily(id, family),
      }));
    case 'severity':
      return SEVERITIES.map((level) => ({
        title: `${level[0]?.toUpperCase()}${level.slice(1)}`,
        holds: ({ severity }) => severity === level,
      }));
    case 'evidence':
      return Object.entries(EVIDENCE_CLASSES).map(([class_, { label }]) => ({
        title: label,
        holds: ({ evidence }) => evidence === class_,
      }));
  }
}
