'use client';
import { useMemo, useState } from 'react';
import { useStore } from '#components/shell/use-store.ts';
import { DataTable } from '#components/ui/data-table.tsx';
import { SearchField } from '#components/ui/search-field.tsx';
import { Status } from '#components/ui/status.tsx';
import { useNarrow } from '#components/ui/use-narrow.ts';
import { formatCount } from '#lib/base/format.ts';
import type { Insight } from '#lib/model/insight.ts';
import { type StageListRow, stageListSql } from '#lib/tables/queries/stage-list.ts';
import { SqlBehind } from '../console/sql-behind.tsx';
import { FilterChips } from '../filters/filter-chips.tsx';
import { goTo } from '../place/go-to.ts';
import { lentPlace } from '../place/lent-place.ts';
import { stageColumns } from './stage-columns.tsx';
import { filterKinds, filterStages, NO_FILTER } from './stage-filter.ts';
import { insightsByStage } from './stage-insights.ts';

export interface StageListPanelProps {
  readonly stages: readonly StageListRow[];
  readonly insights: readonly Insight[];
}

export function StageListPanel({ stages, insights }: StageListPanelProps) {
  const narrow = useNarrow();
  const [filter, setFilter] = useState(NO_FILTER);
  const pointed = useStore(lentPlace)?.pointed;
  const byStage = useMemo(() => insightsByStage(insights), [insights]);
  const marked = useMemo(() => new Set(byStage.keys()), [byStage]);
  const columns = useMemo(() => stageColumns(byStage, narrow), [byStage, narrow]);
  const shown = useMemo(() => filterStages(stages, filter, marked), [stages, filter, marked]);
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <FilterChips
          label="Stages to show"
          chips={filterKinds(stages, marked)}
          chosen={filter.kind}
          onChoose={(kind) => setFilter({ ...filter, kind })}
        />
        <SearchField
          label="Find a stage by name or id"
          placeholder="Name or id"
          value={filter.text}
          onChange={(text) => setFilter({ ...filter, text })}
          className="w-44"
        />
        <Status>
          {formatCount(shown.length)} of {formatCount(stages.length)} stages
        </Status>
        <span className="ml-auto">
          <SqlBehind sql={stageListSql()} what="the stages" />
        </span>
      </div>
      {shown.length > 0 ? (
        <DataTable
          label="Stages"
          rows={shown}
          columns={columns}
          rowKey={({ stage }) => stage}
          initialSort={{ column: narrow ? 'duration' : 'task-time', direction: 'descending' }}
          selectedKey={pointed}
          onSelect={({ stage }) => goTo({ view: 'stages', stage })}
          className="max-h-[max(20rem,calc(100vh-17rem))]"
        />
      ) : (
        <p className="rounded border border-line bg-panel p-4 text-soft">
          {stages.length === 0
            ? 'The log has no stages: nothing was submitted before it ended.'
            : 'No stage passes the filter. Choose "all" or clear the text.'}
        </p>
      )}
    </div>
  );
}
