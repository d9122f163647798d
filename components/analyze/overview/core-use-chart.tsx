'use client';
import { ChartFigure } from '#components/charts/chart-figure.tsx';
import { StepArea, type StepBin } from '#components/charts/step-area.tsx';
import { SimpleTable } from '#components/ui/simple-table.tsx';
import { formatMs, formatShare } from '#lib/base/format.ts';
import { type CoreUseRow, coreUse, coreUseSql } from '#lib/tables/queries/core-use.ts';
import { Answered } from '../ask/answered.tsx';
import { useAnswer } from '../ask/use-answer.ts';
import { SqlBehind } from '../console/sql-behind.tsx';

const BINS = 400;

/** Busy and offered slots over the run: what is hatched was there and idle. */
export function CoreUseChart() {
  const params = { bins: BINS };
  const answer = useAnswer('core-use', (query) => coreUse(query, params));
  return (
    <Answered answer={answer} what="the use of the cores">
      {(rows) => (
        <ChartFigure
          name="core use over time"
          summary={summary(rows)}
          controls={<SqlBehind sql={coreUseSql(params)} what="the use of the cores" />}
          table={() => <CoreUseTable rows={rows} />}
        >
          <StepArea
            label="Busy and offered task slots over time"
            bins={rows.map(({ from_ms, to_ms, busy, offered }) => ({
              from: from_ms,
              to: to_ms,
              // Of two tasks in a row the log's times overlap by some ms; more than there is was never busy.
              value: offered === null ? busy : Math.min(busy, offered),
              limit: offered,
            }))}
            readOut={readOut}
            otherwise="Filled: busy. Hatched: offered and idle."
          />
        </ChartFigure>
      )}
    </Answered>
  );
}

function CoreUseTable({ rows }: { readonly rows: readonly CoreUseRow[] }) {
  return (
    <SimpleTable
      className="max-h-80"
      caption="Busy and offered task slots over time"
      columns={[
        { header: 'From', align: 'end' },
        { header: 'To', align: 'end' },
        { header: 'Busy slots', align: 'end' },
        { header: 'Offered slots', align: 'end' },
      ]}
      rows={rows.map(({ from_ms, to_ms, busy, offered }) => [
        formatMs(from_ms),
        formatMs(to_ms),
        busy.toFixed(2),
        offered === null ? 'not in the log' : offered.toFixed(2),
      ])}
    />
  );
}

function readOut({ from, to, value, limit }: StepBin): string {
  const slots = limit === null ? value.toFixed(1) : `${value.toFixed(1)} of ${limit.toFixed(1)}`;
  return `${formatMs(from)} to ${formatMs(to)}: ${slots} slots busy on average`;
}

function summary(rows: readonly CoreUseRow[]): string {
  let [busy, offered] = [0, 0];
  for (const row of rows) {
    busy += row.busy * (row.to_ms - row.from_ms);
    offered += (row.offered ?? 0) * (row.to_ms - row.from_ms);
  }
  if (offered === 0) return 'The log does not tell how many task slots there were.';
  if (busy > offered) return 'Tasks kept all slots that executors offered busy, from start to end.';
  return `From start to end tasks ran in ${formatShare(busy / offered)} of the slot time that executors offered.`;
}
