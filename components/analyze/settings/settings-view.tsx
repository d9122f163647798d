'use client';
import { useMemo, useState } from 'react';
import { DataTable } from '#components/ui/data-table.tsx';
import { SearchField } from '#components/ui/search-field.tsx';
import { Status } from '#components/ui/status.tsx';
import type { TableColumn } from '#components/ui/table-column.ts';
import { formatCount } from '#lib/base/format.ts';
import { SETTING_LIST_SQL, type SettingRow, settingList } from '#lib/tables/queries/setting-list.ts';
import { Answered } from '../ask/answered.tsx';
import { useAnswer } from '../ask/use-answer.ts';
import { SqlBehind } from '../console/sql-behind.tsx';
import { FilterChips } from '../filters/filter-chips.tsx';
import { filterSettings, settingSources } from './setting-filter.ts';

const COLUMNS: readonly TableColumn<SettingRow>[] = [
  {
    id: 'name',
    header: 'Setting',
    width: 210,
    cell: ({ name }) => (
      <span title={name} className="font-mono text-xs">
        {name}
      </span>
    ),
    sortValue: ({ name }) => name,
  },
  {
    id: 'value',
    header: 'Value',
    width: 320,
    cell: ({ value }) => (
      <span title={value ?? undefined} className="font-mono text-xs">
        {value}
      </span>
    ),
    sortValue: ({ value }) => value,
  },
  {
    id: 'source',
    header: 'Source',
    width: 140,
    from: 'md',
    cell: ({ source, execution_id }) =>
      execution_id === null ? source : `${source}, SQL execution ${execution_id}`,
    sortValue: ({ source }) => source,
  },
];

/** With which settings the run worked. */
export function SettingsView() {
  const answer = useAnswer('setting-list', settingList);
  return (
    <Answered answer={answer} what="the settings">
      {(settings) => <SettingsTable settings={settings} />}
    </Answered>
  );
}

function SettingsTable({ settings }: { readonly settings: readonly SettingRow[] }) {
  const [source, setSource] = useState('spark');
  const [text, setText] = useState('');
  const sources = useMemo(() => settingSources(settings), [settings]);
  const chosen = sources.some(({ kind }) => kind === source) ? source : 'all';
  const shown = useMemo(() => filterSettings(settings, chosen, text), [settings, chosen, text]);
  if (settings.length === 0)
    return (
      <p className="rounded border border-line bg-panel p-4 text-soft">
        The log has no settings: the event that holds them (SparkListenerEnvironmentUpdate) is missing.
      </p>
    );
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <FilterChips label="Settings to show" chips={sources} chosen={chosen} onChoose={setSource} />
        <SearchField
          label="Find a setting"
          placeholder="Name or value"
          value={text}
          onChange={setText}
          className="w-56"
        />
        <Status>
          {formatCount(shown.length)} of {formatCount(settings.length)} settings
        </Status>
        <span className="ml-auto">
          <SqlBehind sql={SETTING_LIST_SQL} what="the settings" />
        </span>
      </div>
      {shown.length > 0 ? (
        <DataTable
          label="Settings"
          rows={shown}
          columns={COLUMNS}
          rowKey={({ source: from, name, execution_id }) => `${from} ${name} ${execution_id}`}
          className="max-h-[max(20rem,calc(100vh-17rem))]"
        />
      ) : (
        <p className="rounded border border-line bg-panel p-4 text-soft">
          No setting has this text. Spark writes only what was set, not every default.
        </p>
      )}
      <p className="text-faint text-xs">
        Values of names that look secret are replaced before anything is shown.
      </p>
    </div>
  );
}
