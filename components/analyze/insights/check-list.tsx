import { Check, CircleSlash, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { Disclosure } from '#components/ui/disclosure.tsx';
import type { Findings } from '#lib/analyzers/run/run-detectors.ts';
import type { Problem } from '#lib/model/insight.ts';
import { problemName } from '#lib/model/problem-name.ts';

/** Clear, not applicable and broken are three different things, and all are told. */
export function CheckList({ findings }: { readonly findings: Findings }) {
  const { clear, not_applicable, failed } = findings;
  return (
    <div className="grid">
      <CheckGroup
        icon={<Check aria-hidden size={14} className="shrink-0" />}
        title={`${clear.length} checked and clear`}
        items={clear.map(({ problem, checked }) => [problem, checked])}
      />
      <CheckGroup
        icon={<CircleSlash aria-hidden size={14} className="shrink-0" />}
        title={`${not_applicable.length} not applicable`}
        items={not_applicable.map(({ problem, reason }) => [problem, reason])}
      />
      <CheckGroup
        icon={<TriangleAlert aria-hidden size={14} className="shrink-0 text-alert" />}
        title={`${failed.length} did not work`}
        items={failed.map(({ problem, message }) => [
          problem,
          `This check broke, a defect in Shufflescope: ${message.slice(0, 300)}`,
        ])}
      />
    </div>
  );
}

interface CheckGroupProps {
  readonly icon: React.ReactNode;
  readonly title: string;
  readonly items: readonly (readonly [problem: Problem, text: string])[];
}

function CheckGroup({ icon, title, items }: CheckGroupProps) {
  if (items.length === 0) return null;
  return (
    <Disclosure
      summary={
        <>
          {icon}
          {title}
        </>
      }
    >
      <dl className="grid gap-2 pb-2">
        {items.map(([problem, text]) => (
          <div key={problem} className="grid text-sm">
            <dt>
              <Link
                href={`/reference/${problem}`}
                prefetch={false}
                className="rounded font-medium underline decoration-line underline-offset-4 hover:decoration-current"
              >
                {problemName(problem)}
              </Link>
            </dt>
            <dd className="wrap-anywhere max-w-prose text-soft">{text}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
