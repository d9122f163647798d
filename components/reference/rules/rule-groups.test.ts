import { describe, expect, it } from 'vitest';
import type { RuleEntry } from './rule-entry.ts';
import { findRules, type Grouping, groupRules } from './rule-groups.ts';

/** `id severity evidence name`, a rule a line. */
const RULES = `
SHF-02 low  C+ lost-order
DRV-01 high C+ unbounded-collect
SHF-01 high C  empty-subset
`
  .trim()
  .split('\n')
  .map((line): RuleEntry => {
    const [id = '', severity, evidence, name = ''] = line.split(/\s+/);
    const title = name.replaceAll('-', ' ');
    return { id, name, title, why: `Why ${id}.`, severity, evidence } as RuleEntry;
  });

const ids = (rules: readonly RuleEntry[]) => rules.map(({ id }) => id).join(' ');

describe('groupRules', () => {
  it.each<[Grouping, readonly string[]]>([
    ['family', ['Actions and results: DRV-01', 'Shuffles and order: SHF-02 SHF-01']],
    ['severity', ['High: DRV-01 SHF-01', 'Low: SHF-02']],
    ['evidence', ['Code alone: SHF-01', 'Code and sizes: SHF-02 DRV-01']],
  ])('groups by %s in a fixed order and leaves empty groups out', (by, groups) => {
    expect(groupRules(RULES, by).map(({ title, rules }) => `${title}: ${ids(rules)}`)).toEqual(groups);
  });
});

describe('findRules', () => {
  it.each([
    ['', 'SHF-02 DRV-01 SHF-01'],
    ['shf', 'SHF-02 SHF-01'],
    ['empty-subset', 'SHF-01'],
    ['  Collect  UNBOUNDED ', 'DRV-01'],
    ['why shf-02', 'SHF-02'],
    ['collect empty', ''],
  ])('finds by "%s"', (text, found) => expect(ids(findRules(RULES, text))).toBe(found));
});
