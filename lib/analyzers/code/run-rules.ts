import type { Severity } from '#lib/model/insight.ts';
import type { RuleContext } from './context.ts';
import { REGISTRY } from './registry.ts';
import type { Rule, RuleFinding } from './rule.ts';
import { type Suppressions, suppressionsIn } from './suppressions.ts';

/** A finding with the rule it is of. */
export interface Found extends RuleFinding {
  readonly rule: Rule;
  readonly severity: Severity;
}

export interface RuleChoice {
  /** Ids, names or beginnings of ids (`SHF`); undefined: all. */
  readonly select?: readonly string[];
  readonly ignore?: readonly string[];
}

/** Whether a word names the rule: its id, its name, or the beginning of its id. */
export function namesRule(word: string, rule: Pick<Rule, 'id' | 'name'>): boolean {
  const wanted = word.trim().toLowerCase();
  return wanted === rule.name || (wanted !== '' && rule.id.toLowerCase().startsWith(wanted));
}

export function chosenRules(choice: RuleChoice, rules: readonly Rule[] = REGISTRY): readonly Rule[] {
  const { select, ignore } = choice;
  return rules.filter(
    (rule) =>
      (select === undefined || select.some((word) => namesRule(word, rule))) &&
      !ignore?.some((word) => namesRule(word, rule)),
  );
}

/** What the rules find, in the order of the text; a place is named once by a rule, however often the program comes by. */
export function runRules(context: RuleContext, rules: readonly Rule[]): readonly Found[] {
  const found = new Map<string, Found>();
  const suppressed = new Map<string, Suppressions>();
  const suppressions = (file: string): Suppressions => {
    const known = suppressed.get(file);
    if (known) return known;
    const made = suppressionsIn(context.text({ file, from: 0, to: Number.MAX_SAFE_INTEGER }));
    suppressed.set(file, made);
    return made;
  };
  for (const rule of rules) {
    for (const finding of rule.check(context)) {
      const { where } = finding;
      const key = `${rule.id}:${where.file}:${where.from}`;
      if (found.has(key) || !context.isOwn(where) || isSuppressed(suppressions(where.file), finding, rule))
        continue;
      found.set(key, { ...finding, rule, severity: finding.severity ?? rule.severity });
    }
  }
  return [...found.values()].toSorted(
    (a, b) =>
      a.where.file.localeCompare(b.where.file) ||
      a.where.line - b.where.line ||
      a.where.column - b.where.column ||
      a.rule.id.localeCompare(b.rule.id),
  );
}

function isSuppressed({ wholeFile, byLine }: Suppressions, { where }: RuleFinding, rule: Rule): boolean {
  const words = [...wholeFile, ...(byLine.get(where.line) ?? [])];
  return words.some((word) => word === '*' || namesRule(word, rule));
}
