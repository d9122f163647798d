'use client';
import { useEffect, useState } from 'react';
import { laneHeading } from '#components/graph/lane-heading.ts';
import { SelectField } from '#components/ui/select-field.tsx';
import { SimpleTable } from '#components/ui/simple-table.tsx';
import { Status } from '#components/ui/status.tsx';
import type { LaneLineage } from '#lib/pyspark/view/lane-lineage.ts';
import type { ProgramView } from '#lib/pyspark/view/program-view.ts';
import { bringOut, lineageOf } from '../session/playground-session.ts';
import { lineageRows } from './lineage-rows.ts';

export interface LineagePanelProps {
  readonly view: ProgramView;
  readonly several: boolean;
}

/** Where a column of a result comes from, as a table; the graph dims what has nothing to do with it meanwhile. */
export function LineagePanel({ view, several }: LineagePanelProps) {
  const [wanted, setWanted] = useState({ lane: 0, column: 0 });
  const [lineage, setLineage] = useState<LaneLineage>();
  const lane = view.lanes[wanted.lane] ? wanted.lane : 0;
  const { column } = wanted;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another prediction may give another answer
  useEffect(() => {
    let isWanted = true;
    void lineageOf(lane, column).then((found) => {
      if (!isWanted) return;
      setLineage(found);
      bringOut(found && { lane, places: new Set([...found.carry, ...found.decide]) });
    });
    return () => {
      isWanted = false;
    };
  }, [lane, column, view]);
  useEffect(() => () => bringOut(undefined), []);
  if (view.lanes.length === 0)
    return <p className="p-3 text-soft text-sm">There is no result yet whose columns could be followed.</p>;
  return (
    <div className="grid gap-3 p-3">
      <span className="flex flex-wrap gap-x-4 gap-y-2">
        <SelectField
          label="Result"
          options={view.lanes.map((each, index) => ({
            value: String(index),
            label: laneHeading(each, view.places, several).title,
          }))}
          value={String(lane)}
          onChange={(value) => setWanted({ lane: Number(value), column: 0 })}
        />
        {lineage ? (
          <SelectField
            label="Column"
            options={lineage.columns.map((name, index) => ({ value: String(index), label: name }))}
            value={String(lineage.column)}
            onChange={(value) => setWanted({ lane, column: Number(value) })}
          />
        ) : null}
      </span>
      {lineage ? <Answer lineage={lineage} /> : <p className="text-soft text-sm">{NO_COLUMNS}</p>}
    </div>
  );
}

const NO_COLUMNS = 'The columns of this result are not known: RDDs have none.';

function Answer({ lineage }: { readonly lineage: LaneLineage }) {
  const rows = lineageRows(lineage);
  const name = lineage.columns[lineage.column];
  return (
    <>
      <Status
        hidden
      >{`${name} comes from ${rows.map(([, column]) => column).join(', ') || 'no source'}`}</Status>
      {rows.length === 0 ? (
        <p className="text-sm">{name} comes from no source: the program makes it itself.</p>
      ) : (
        <SimpleTable
          caption={`Where ${name} comes from`}
          columns={[{ header: 'Source' }, { header: 'Column' }, { header: `What it is to ${name}` }]}
          rows={rows}
        />
      )}
      {lineage.opaque.length === 0 ? null : (
        <p className="text-soft text-sm">
          Nobody looks into the functions of {lineage.opaque.join(', ')}: what comes out of them may come from
          every column that goes in.
        </p>
      )}
    </>
  );
}
