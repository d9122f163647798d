import { REGISTRY } from '#lib/analyzers/code/registry.ts';
import type { Rule } from '#lib/analyzers/code/rule.ts';
import { readPage } from '../read-page.ts';

/** A rule as the list shows it: data only, so that it can go to the browser. */
export interface RuleEntry extends Pick<Rule, 'id' | 'name' | 'why' | 'severity' | 'evidence'> {
  readonly title: string;
}

export interface RulePage extends RuleEntry {
  /** Markdown below the title. */
  readonly body: string;
}

export function ruleEntries(): readonly RuleEntry[] {
  return REGISTRY.map((rule) => {
    const { body: _, ...entry } = pageOf(rule);
    return entry;
  });
}

/** The page of a rule by its name or its id; undefined where there is no such rule. */
export function rulePage(nameOrId: string): RulePage | undefined {
  const rule = REGISTRY.find(({ id, name }) => name === nameOrId || id === nameOrId.toUpperCase());
  return rule && pageOf(rule);
}

function pageOf({ id, name, why, severity, evidence }: Rule): RulePage {
  const { heading, body } = readPage('code/rules', name);
  return { id, name, why, severity, evidence, title: heading.replace(`${id} `, ''), body };
}
