'use client';
import { Panel } from '#components/ui/panel.tsx';
import { formatBytes, formatCount } from '#lib/base/format.ts';
import type { StageKey } from '#lib/tables/queries/stage-key.ts';
import { type OperatorRow, stageOperators, stageOperatorsSql } from '#lib/tables/queries/stage-operators.ts';
import { Answered } from '../ask/answered.tsx';
import { useAnswer } from '../ask/use-answer.ts';
import { SqlBehind } from '../console/sql-behind.tsx';

/** The operators of the plan that ran in a stage. */
export function OperatorList({ stage }: { readonly stage: StageKey }) {
  const answer = useAnswer(`operators ${stage.stageId}`, (query) => stageOperators(query, stage));
  return (
    <Panel
      title="Operators that ran here"
      aside={<SqlBehind sql={stageOperatorsSql(stage)} what="the operators" />}
    >
      <Answered answer={answer} what="the operators">
        {(rows) =>
          rows.length === 0 ? (
            <p className="text-soft text-sm">
              No operator of a SQL plan is linked to this stage: it belongs to an RDD job, or the log has no
              plan.
            </p>
          ) : (
            <ol className="-my-2 divide-y divide-line">
              {rows.map((row) => (
                <li key={`${row.execution_id} ${row.node_id}`} className="grid gap-0.5 py-1.5 text-sm">
                  <p className="flex flex-wrap items-baseline justify-between gap-x-4">
                    <span className="font-medium">
                      {row.name}
                      {row.is_shared ? (
                        <span className="font-normal text-faint"> shared with another stage</span>
                      ) : null}
                    </span>
                    <span className="text-soft">{figures(row)}</span>
                  </p>
                  {row.detail ? (
                    <p className="wrap-anywhere line-clamp-2 font-mono text-faint text-xs">{row.detail}</p>
                  ) : null}
                </li>
              ))}
            </ol>
          )
        }
      </Answered>
    </Panel>
  );
}

function figures({ output_rows, data_size, files_read, files_written }: OperatorRow): string {
  return [
    output_rows === null ? undefined : `${formatCount(output_rows)} rows out`,
    data_size === null ? undefined : formatBytes(data_size),
    files_read ? `${formatCount(files_read)} files read` : undefined,
    files_written ? `${formatCount(files_written)} files written` : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}
