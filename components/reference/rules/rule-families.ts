export interface RuleFamily {
  /** What the ids of its rules begin with. */
  readonly prefix: string;
  readonly title: string;
}

/** What a rule is about, in the order in which one would look. */
export const RULE_FAMILIES: readonly RuleFamily[] = [
  { prefix: 'DRV', title: 'Actions and results' },
  { prefix: 'CCH', title: 'Caching' },
  { prefix: 'COL', title: 'Columns' },
  { prefix: 'SHF', title: 'Shuffles and order' },
  { prefix: 'JON', title: 'Joins' },
  { prefix: 'UDF', title: 'Python functions' },
  { prefix: 'RDD', title: 'RDDs' },
  { prefix: 'SRC', title: 'Reading and writing' },
  { prefix: 'DET', title: 'Results that depend on the run' },
  { prefix: 'CFG', title: 'Settings' },
  { prefix: 'STR', title: 'Streaming' },
  { prefix: 'ML', title: 'Machine learning' },
];

export function isOfFamily(id: string, { prefix }: RuleFamily): boolean {
  return id.startsWith(`${prefix}-`);
}
