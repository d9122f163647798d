'use client';
import { ChartFigure } from '#components/charts/chart-figure.tsx';
import { ShareBar } from '#components/charts/share-bar.tsx';
import { SimpleTable } from '#components/ui/simple-table.tsx';
import { formatMs, formatShare } from '#lib/base/format.ts';
import type { StageKey } from '#lib/tables/queries/stage-key.ts';
import { type PhaseRow, taskTimePhases, taskTimePhasesSql } from '#lib/tables/queries/task-time-phases.ts';
import { Answered } from '../ask/answered.tsx';
import { useAnswer } from '../ask/use-answer.ts';
import { SqlBehind } from '../console/sql-behind.tsx';
import { PHASE_FILLS } from './phase-fill.ts';

export interface PhaseBarProps {
  /** Without it the whole run. */
  readonly stage?: StageKey;
}

/** What tasks did with their time, of the run or of a stage. */
export function PhaseBar({ stage }: PhaseBarProps) {
  const key = stage ? `${stage.stageId}.${stage.attemptId}` : 'run';
  const answer = useAnswer(`phases ${key}`, (query) => taskTimePhases(query, stage));
  return (
    <Answered answer={answer} what="the phases">
      {(phases) => <Phases phases={phases} sql={taskTimePhasesSql(stage)} />}
    </Answered>
  );
}

function Phases({ phases, sql }: { readonly phases: readonly PhaseRow[]; readonly sql: string }) {
  const total = phases.reduce((sum, { ms }) => sum + ms, 0);
  if (total === 0) return <p className="text-soft text-sm">No task ended, so there is no task time.</p>;
  const shown = phases.filter(({ phase, ms }) => ms > 0 || phase !== 'failed or killed');
  return (
    <ChartFigure
      name="task time by phase"
      summary={summary(shown, total)}
      controls={<SqlBehind sql={sql} what="the phases" />}
      table={() => (
        <SimpleTable
          caption="Task time by phase"
          columns={[
            { header: 'Phase' },
            { header: 'Time', align: 'end' },
            { header: 'Share of the task time', align: 'end' },
          ]}
          rows={shown.map(({ phase, ms }) => [phase, formatMs(ms), formatShare(ms / total)])}
        />
      )}
    >
      <ShareBar
        label={`Task time by phase, ${formatMs(total)} in all`}
        parts={shown.map(({ phase, ms }) => ({
          key: phase.replaceAll(' ', '-'),
          label: phase,
          value: ms,
          text: `${formatMs(ms)} · ${formatShare(ms / total)}`,
          fill: PHASE_FILLS[phase],
        }))}
      />
    </ChartFigure>
  );
}

function summary(phases: readonly PhaseRow[], total: number): string {
  const [largest] = [...phases].sort((a, b) => b.ms - a.ms);
  return `Task time ${formatMs(total)}. Largest part: ${largest?.phase}, ${formatShare((largest?.ms ?? 0) / total)}.`;
}
