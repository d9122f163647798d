import Link from 'next/link';
import { Prose } from '../prose.tsx';
import { ReferenceFrame } from '../reference-frame.tsx';
import { EVIDENCE_CLASSES } from './evidence-classes.ts';
import { type RulePage, ruleEntries } from './rule-entry.ts';
import { RuleFacts } from './rule-facts.tsx';
import { groupRules } from './rule-groups.ts';

/** What a rule finds, how, and what can be done, from the page beside the rule. */
export function RuleScreen({ page }: { readonly page: RulePage }) {
  return (
    <ReferenceFrame listLabel="Rules" groups={siblings(page)} here={addressOf(page)}>
      <p className="flex gap-2 text-sm">
        <Link href="/reference" className="text-accent underline underline-offset-4">
          Reference
        </Link>
        <span aria-hidden className="text-faint">
          /
        </span>
        <Link href="/reference/rules" className="text-accent underline underline-offset-4">
          Rules
        </Link>
      </p>
      <div className="mt-3 grid gap-1">
        <h1 className="wrap-anywhere text-balance font-semibold text-2xl tracking-tight">{page.title}</h1>
        <p className="max-w-prose text-lg text-soft">{page.why}</p>
        <RuleFacts rule={page} />
        <p className="text-faint text-xs">
          {EVIDENCE_CLASSES[page.evidence].meaning} To leave a finding out, end its line with{' '}
          <code className="wrap-anywhere font-mono"># shufflescope: ignore[{page.name}]</code>
        </p>
      </div>
      <Prose text={page.body} />
    </ReferenceFrame>
  );
}

/** Rules of the same family; all of them would be too long a list beside a page. */
function siblings({ id }: RulePage) {
  return groupRules(ruleEntries(), 'family')
    .filter(({ rules }) => rules.some((rule) => rule.id === id))
    .map(({ title, rules }) => ({
      title,
      links: rules.map((rule) => ({ label: rule.title, href: addressOf(rule) })),
    }));
}

function addressOf({ name }: { readonly name: string }): string {
  return `/reference/rules/${name}`;
}
