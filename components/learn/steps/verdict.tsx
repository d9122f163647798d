import { Check, X } from 'lucide-react';
import type { StepRecord } from '#lib/learn/run/scenario-run.ts';
import { isAssisted } from '#lib/learn/run/step-status.ts';
import type { ActStep } from '#lib/learn/scenario/step.ts';
import type { CheckedWork } from '../worker/protocol.ts';
import type { Known } from './known.ts';
import { Prose } from './prose.tsx';

export interface VerdictProps {
  readonly step: ActStep;
  readonly record: StepRecord;
  readonly result: CheckedWork;
  readonly known: Known;
}

/** What a look at the work gave: that it holds, the wrong turn that shows, or why nobody could look. */
export function Verdict({ step, record, result, known }: VerdictProps) {
  const { checks, keeps, slip, problems } = result;
  const all = [...checks, ...keeps];
  const open = all.filter(({ holds }) => !holds).length;
  const Icon = open === 0 ? Check : X;
  return (
    <div className="grid gap-2 pt-3 text-base text-ink">
      <p className="flex items-center gap-1.5 font-semibold">
        <Icon aria-hidden size={18} strokeWidth={2.5} />
        {problems.length > 0
          ? 'The engines could not look at this'
          : open === 0
            ? 'Everything holds'
            : all.length === 1
              ? 'It does not hold yet'
              : `${open} of ${all.length} ${open === 1 ? 'does' : 'do'} not hold yet`}
      </p>
      {problems.map((problem) => (
        <p key={problem} className="wrap-anywhere max-w-prose text-sm">
          {problem}
        </p>
      ))}
      {slip ? (
        <Prose text={slip.say} known={known} className="border-accent border-l-2 pl-3 text-sm" />
      ) : null}
      {open === 0 ? (
        <>
          {isAssisted(record) ? <p className="text-soft text-sm">With help, which costs nothing.</p> : null}
          {step.otherWays.length > 0 ? (
            <div className="grid gap-0.5 text-sm">
              <p className="text-soft">Other ways that are as right:</p>
              {step.otherWays.map(({ says }) => (
                <Prose key={says} text={says} known={known} />
              ))}
            </div>
          ) : null}
        </>
      ) : null}
    </div>
  );
}
