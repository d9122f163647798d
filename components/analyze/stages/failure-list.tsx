'use client';
import { CodeBlock } from '#components/ui/code-block.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { formatCount, formatMs, plural } from '#lib/base/format.ts';
import { type FailureRow, stageFailures, stageFailuresSql } from '#lib/tables/queries/stage-failures.ts';
import type { StageKey } from '#lib/tables/queries/stage-key.ts';
import { Answered } from '../ask/answered.tsx';
import { useAnswer } from '../ask/use-answer.ts';
import { SqlBehind } from '../console/sql-behind.tsx';

export interface FailureListProps {
  readonly stage: StageKey;
  /** Why Spark gave the stage up. */
  readonly reason: string | null;
}

/** Why attempts of a stage failed or were killed, by reason. */
export function FailureList({ stage, reason }: FailureListProps) {
  const answer = useAnswer(`failures ${stage.stageId}.${stage.attemptId}`, (query) =>
    stageFailures(query, stage),
  );
  return (
    <Panel title="Failures" aside={<SqlBehind sql={stageFailuresSql(stage)} what="the failures" />}>
      <div className="grid gap-3">
        {reason ? (
          <div className="grid gap-1">
            <p className="font-medium text-sm">Why the stage failed</p>
            <CodeBlock label="the reason" code={reason.slice(0, 2000)} />
          </div>
        ) : null}
        <Answered answer={answer} what="the failures">
          {(rows) => (
            <ul className="divide-y divide-line">
              {rows.map((row) => (
                <li key={`${row.status} ${row.reason}`} className="py-2 first:pt-0">
                  <Failure row={row} />
                </li>
              ))}
            </ul>
          )}
        </Answered>
      </div>
    </Panel>
  );
}

function Failure({ row }: { readonly row: FailureRow }) {
  const { status, reason, attempts, tasks, executors, task_ms, message, full_message } = row;
  return (
    <div className="grid gap-1 text-sm">
      <p className="wrap-anywhere">
        <span className="font-medium">
          {plural(attempts, 'attempt')} {status.toLowerCase()}
        </span>
        : {reason}{' '}
        <span className="text-soft">
          ({plural(tasks, 'task')} on {plural(executors, 'executor')}, {formatMs(task_ms)} of task time)
        </span>
      </p>
      {message ? <p className="wrap-anywhere font-mono text-soft text-xs">{message}</p> : null}
      {full_message && full_message !== message ? (
        <Disclosure
          summary={`The whole message of the first (${formatCount(full_message.length)} characters)`}
        >
          <CodeBlock label="the message" code={full_message} />
        </Disclosure>
      ) : null}
    </div>
  );
}
