'use client';
import { unmute } from '#components/insight/muted.ts';
import { Button } from '#components/ui/button.tsx';
import { Panel } from '#components/ui/panel.tsx';
import type { Insight, Problem } from '#lib/model/insight.ts';
import { problemName } from '#lib/model/problem-name.ts';

export interface MutedListProps {
  readonly muted: readonly Problem[];
  readonly insights: readonly Insight[];
}

/** Muted problems stay listed, so that nothing is forgotten. */
export function MutedList({ muted, insights }: MutedListProps) {
  if (muted.length === 0) return null;
  return (
    <Panel title="Muted in this browser">
      <ul className="-my-2 divide-y divide-line">
        {muted.map((problem) => {
          const here = insights.filter((insight) => insight.problem === problem).length;
          return (
            <li key={problem} className="flex items-center justify-between gap-4 py-1 text-sm">
              <span>
                {problemName(problem)}
                <span className="text-soft">
                  {here > 0 ? `: found in this run${here > 1 ? ` ${here} times` : ''}` : ': not in this run'}
                </span>
              </span>
              <Button kind="quiet" fit="tight" onClick={() => unmute(problem)}>
                Unmute
              </Button>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
