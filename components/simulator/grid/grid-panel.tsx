'use client';
import { useState } from 'react';
import { ChartFigure } from '#components/charts/chart-figure.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { ProvenanceTag } from '#components/ui/provenance-tag.tsx';
import { Segments } from '#components/ui/segments.tsx';
import { SimpleTable } from '#components/ui/simple-table.tsx';
import { formatBytes, formatCompact, formatCount, plural } from '#lib/base/format.ts';
import type { RunPicture, ShufflePicture } from '../session/run-picture.ts';
import { HeatGrid } from './heat-grid.tsx';
import { heatSteps, shadeOpacity } from './heat-steps.ts';

const SIDES = [
  { value: 'main', label: 'Main table' },
  { value: 'other', label: 'Other side' },
] as const;
/** Columns of the table: more would be no table any more. */
const TABLE_COLUMNS = 12;

/** The shuffle as map tasks x reducers. */
export function GridPanel({ picture }: { readonly picture: RunPicture }) {
  const [side, setSide] = useState<ShufflePicture['side']>('main');
  const shuffle = picture.shuffles.find((each) => each.side === side) ?? picture.shuffles[0];
  if (!shuffle) return null;
  const { grid } = shuffle;
  return (
    <Panel
      title="Who sends what to whom"
      aside={
        <div className="flex flex-wrap items-center gap-2">
          {picture.shuffles.length > 1 ? (
            <Segments label="Side in the grid" options={SIDES} value={side} onChange={setSide} />
          ) : null}
          <ProvenanceTag origin="simulated" />
        </div>
      }
    >
      <ChartFigure name="grid" summary={sentence(shuffle)} table={() => <GridTable shuffle={shuffle} />}>
        <HeatGrid grid={grid} readOut={(row, column) => readOut(shuffle, row, column)} />
      </ChartFigure>
      <Legend cells={grid.cells} />
    </Panel>
  );
}

function sentence({ maps, rows, grid }: ShufflePicture): string {
  const blocks = maps * rows.length;
  const isBinned = grid.cells.length < blocks;
  const binned = isBinned ? ', drawn as the mean of neighbors' : '';
  return `${plural(maps, 'map task')} x ${plural(rows.length, 'reducer')} = ${formatCount(blocks)} blocks${binned}. Keys are assumed to be spread over the map tasks as the rows are.`;
}

function readOut({ grid, rows, bytes }: ShufflePicture, row: number, column: number): string {
  const value = grid.cells[row * grid.reducerRanges.length + column] ?? 0;
  const perRow = sum(bytes) / Math.max(1, sum(rows));
  return `${rangeText('map task', grid.mapRanges[row]!)} to ${rangeText('reducer', grid.reducerRanges[column]!)}: ${formatCount(Math.round(value))} rows a block, ${formatBytes(value * perRow)}`;
}

function Legend({ cells }: { readonly cells: Float64Array }) {
  const steps = heatSteps(cells);
  return (
    <ul aria-label="Rows of a block, from" className="flex flex-wrap gap-x-4 gap-y-1 pt-1 text-soft text-xs">
      <li>Rows of a block, from:</li>
      {steps.map((from, shade) => (
        <li key={from} className="flex items-center gap-1.5">
          <svg aria-hidden="true" width="14" height="12">
            <rect width="14" height="12" fillOpacity={shadeOpacity(shade, steps)} className="fill-shuffle" />
          </svg>
          {formatCompact(Math.round(from))}
        </li>
      ))}
    </ul>
  );
}

/** The largest reducers with what each range of map tasks sends them. */
function GridTable({ shuffle }: { readonly shuffle: ShufflePicture }) {
  const { grid } = shuffle;
  const count = grid.reducerRanges.length;
  const at = (row: number, column: number) => grid.cells[row * count + column] ?? 0;
  const totals = grid.reducerRanges.map((_, column) =>
    grid.mapRanges.reduce((total, _range, row) => total + at(row, column), 0),
  );
  const shown = totals
    .map((_, column) => column)
    .toSorted((a, b) => totals[b]! - totals[a]!)
    .slice(0, TABLE_COLUMNS);
  return (
    <SimpleTable
      className="max-h-72"
      caption={`Rows of a block from map tasks to the ${shown.length} largest reducers or ranges of them`}
      columns={[
        { header: 'Map tasks' },
        ...shown.map((column) => ({
          header: rangeText('', grid.reducerRanges[column]!).trim(),
          align: 'end' as const,
        })),
      ]}
      rows={grid.mapRanges.map((range, row) => [
        rangeText('', range).trim(),
        ...shown.map((column) => formatCompact(Math.round(at(row, column)))),
      ])}
    />
  );
}

function rangeText(what: string, [start, end]: readonly [number, number]): string {
  return end - start === 1 ? `${what} ${start}` : `${what}${what ? 's' : ''} ${start} to ${end - 1}`;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
