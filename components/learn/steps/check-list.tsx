import { Check, Circle, X } from 'lucide-react';
import type { CheckResult } from '#lib/learn/check/check.ts';
import type { Known } from './known.ts';
import { Words } from './prose.tsx';

export interface CheckListProps {
  readonly label: string;
  readonly checks: readonly Pick<CheckResult, 'id' | 'says'>[];
  /** Undefined before the first look. */
  readonly results: readonly CheckResult[] | undefined;
  readonly known: Known;
}

/** What is to hold, each with a glyph and a word once it was looked at. */
export function CheckList({ label, checks, results, known }: CheckListProps) {
  if (checks.length === 0) return null;
  return (
    <div className="grid gap-1">
      <h3 className="font-semibold text-sm">{label}</h3>
      <ul className="grid gap-1 text-sm">
        {checks.map(({ id, says }) => {
          const holds = results?.find((result) => result.id === id)?.holds;
          const Icon = holds === undefined ? Circle : holds ? Check : X;
          return (
            <li key={id} className="flex items-start gap-2">
              <Icon
                aria-hidden
                size={16}
                strokeWidth={holds === undefined ? 1.5 : 2.5}
                className="mt-0.5 shrink-0"
              />
              <span className="min-w-0">
                <Words text={says} known={known} />{' '}
                <span className="whitespace-nowrap font-medium text-soft">
                  {holds === undefined ? '' : holds ? 'holds' : 'not yet'}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
