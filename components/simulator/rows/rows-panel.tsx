'use client';
import { useId, useState } from 'react';
import { ChartFigure } from '#components/charts/chart-figure.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { ProvenanceTag } from '#components/ui/provenance-tag.tsx';
import { SimpleTable } from '#components/ui/simple-table.tsx';
import { Switch } from '#components/ui/switch.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { UserError } from '#lib/base/assert.ts';
import { plural } from '#lib/base/format.ts';
import { type SmallShuffle, smallShuffle } from '#lib/simulator/distribution/shuffle-frames.ts';
import { StepBar } from '../step-bar.tsx';
import { RowsPicture } from './rows-picture.tsx';

const FIRST = 'US, DE, US, FR, IN, US, BR, US, DE, JP, US, CA';

/** A shuffle of a few rows, watched row by row. Each goes where Spark's hash sends it. */
export function RowsPanel() {
  const [keys, setKeys] = useState(FIRST);
  const [maps, setMaps] = useState('3');
  const [reducers, setReducers] = useState('4');
  const [asNumbers, setAsNumbers] = useState(false);
  const [step, setStep] = useState(0);
  const id = useId();
  const made = shuffleOf(keys, Number(maps), Number(reducers), asNumbers);
  return (
    <Panel title="A few rows, one by one" aside={<ProvenanceTag origin="simulated" />}>
      <div className="grid gap-3">
        <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
          <label htmlFor={id} className="grid min-w-0 flex-1 basis-64 gap-1 text-sm">
            <span className="text-soft">Keys of up to 24 rows, separated by commas</span>
            <input
              id={id}
              type="text"
              value={keys}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setKeys(event.target.value)}
              className="min-h-8 min-w-0 rounded border border-edge bg-panel px-2 pointer-coarse:min-h-11"
            />
          </label>
          <TextField
            label="Map tasks"
            showLabel
            inputMode="numeric"
            className="w-12"
            value={maps}
            onChange={(event) => setMaps(event.target.value)}
          />
          <TextField
            label="Partitions"
            showLabel
            inputMode="numeric"
            className="w-12"
            value={reducers}
            onChange={(event) => setReducers(event.target.value)}
          />
          <Switch label="Keys are whole numbers (bigint)" on={asNumbers} onChange={setAsNumbers} />
        </div>
        <div role="alert" className="text-alert text-sm empty:hidden">
          {'problem' in made ? made.problem : null}
        </div>
        {'shuffle' in made ? <Watched shuffle={made.shuffle} step={step} onStep={setStep} /> : null}
      </div>
    </Panel>
  );
}

interface WatchedProps {
  readonly shuffle: SmallShuffle;
  readonly step: number;
  readonly onStep: (step: number) => void;
}

function Watched({ shuffle, step, onStep }: WatchedProps) {
  const { frames, rows } = shuffle;
  const current = Math.min(step, frames.length - 1);
  const frame = frames[current]!;
  return (
    <>
      <StepBar what="the rows" step={current} count={frames.length} onStep={onStep} title={frame.caption} />
      <ChartFigure
        name="rows"
        summary={<span aria-live="polite">{frame.caption}</span>}
        table={() => (
          <SimpleTable
            caption="Where every row is in this step"
            columns={[
              { header: 'Row' },
              { header: 'Key' },
              { header: 'Map task' },
              { header: 'Partition' },
              { header: 'Now' },
            ]}
            rows={rows.map(({ row, key, map, reducer }) => [
              row,
              key,
              map,
              reducer,
              placeText(shuffle, current, row),
            ])}
          />
        )}
      >
        <RowsPicture shuffle={shuffle} step={current} />
      </ChartFigure>
      <p className="text-faint text-xs">
        partition = pmod(murmur3(key, 42), {plural(frame.reducers.length, 'partition')}), as HashPartitioning
        does it.
      </p>
    </>
  );
}

function placeText({ frames, rows }: SmallShuffle, step: number, row: number): string {
  const frame = frames[step]!;
  if (frame.moving.includes(row)) return 'on its way';
  const isThere = frame.reducers.some((all) => all.includes(row));
  return isThere ? `in partition ${rows[row]!.reducer}` : `in map task ${rows[row]!.map}`;
}

function shuffleOf(
  text: string,
  maps: number,
  reducers: number,
  asNumbers: boolean,
): { readonly shuffle: SmallShuffle } | { readonly problem: string } {
  const keys = text
    .split(/[,\n]/)
    .map((key) => key.trim())
    .filter((key) => key !== '');
  try {
    return { shuffle: smallShuffle(keys, maps, reducers, asNumbers) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { problem: `${error.message} ${error.hint ?? ''}` };
  }
}
