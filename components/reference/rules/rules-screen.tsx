import Link from 'next/link';
import { ruleEntries } from './rule-entry.ts';
import { RuleList } from './rule-list.tsx';

/** The list of all rules for PySpark programs. */
export function RulesScreen() {
  return (
    <div className="mx-auto grid max-w-6xl grid-cols-[minmax(0,1fr)] gap-6 px-4 py-8 sm:px-6">
      <p className="text-sm">
        <Link href="/reference" className="text-accent underline underline-offset-4">
          Reference
        </Link>
      </p>
      <div className="grid gap-1">
        <h1 className="font-semibold text-2xl tracking-tight">Rules for PySpark programs</h1>
        <p className="max-w-prose text-lg text-soft">
          Patterns that cost more than they show. They are found in what the program does with Spark and in
          the plan that is predicted; the program is not run.
        </p>
      </div>
      <RuleList rules={ruleEntries()} />
    </div>
  );
}
