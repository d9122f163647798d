'use client';
import { useMemo, useState } from 'react';
import { SearchField } from '#components/ui/search-field.tsx';
import { Segments } from '#components/ui/segments.tsx';
import { Status } from '#components/ui/status.tsx';
import { formatCount } from '#lib/base/format.ts';
import { ReferenceEntry } from '../reference-entry.tsx';
import type { RuleEntry } from './rule-entry.ts';
import { RuleFacts } from './rule-facts.tsx';
import { findRules, GROUPINGS, type Grouping, groupRules } from './rule-groups.ts';

/** All rules, narrowed down by a text and grouped as one likes. */
export function RuleList({ rules }: { readonly rules: readonly RuleEntry[] }) {
  const [text, setText] = useState('');
  const [by, setBy] = useState<Grouping>('family');
  const found = useMemo(() => findRules(rules, text), [rules, text]);
  const groups = useMemo(() => groupRules(found, by), [found, by]);
  return (
    <div className="grid gap-6">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SearchField
          label="Find a rule"
          placeholder="Id, name or words"
          value={text}
          onChange={setText}
          className="w-56"
        />
        <div className="flex items-center gap-2">
          <span aria-hidden className="text-sm text-soft">
            Group by
          </span>
          <Segments label="Group by" options={GROUPINGS} value={by} onChange={setBy} />
        </div>
        <Status>
          {formatCount(found.length)} of {formatCount(rules.length)} rules
        </Status>
      </div>
      {groups.map(({ title, rules: members }) => (
        <section key={title} aria-label={title} className="grid gap-3 border-line border-t pt-3">
          <h2 className="font-semibold text-faint text-xs">{title}</h2>
          <ul className="grid gap-x-10 gap-y-4 md:grid-cols-2">
            {members.map((rule) => (
              <li key={rule.id}>
                <ReferenceEntry
                  href={`/reference/rules/${rule.name}`}
                  name={rule.title}
                  about={rule.why}
                  facts={<RuleFacts rule={rule} />}
                  isOfMany
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {groups.length === 0 ? (
        <p className="rounded border border-line bg-panel p-4 text-soft">
          No rule has these words. Ids and names work, too: DRV, empty-subset.
        </p>
      ) : null}
    </div>
  );
}
