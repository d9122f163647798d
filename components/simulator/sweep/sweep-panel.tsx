'use client';
import { useState } from 'react';
import { ChartFigure } from '#components/charts/chart-figure.tsx';
import { Curve, type CurveMark } from '#components/charts/curve.tsx';
import { useStore } from '#components/shell/use-store.ts';
import { Button } from '#components/ui/button.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { Progress } from '#components/ui/progress.tsx';
import { ProvenanceTag } from '#components/ui/provenance-tag.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { SimpleTable } from '#components/ui/simple-table.tsx';
import { formatCount } from '#lib/base/format.ts';
import { knobLabel } from '#lib/simulator/pipeline/knob-words.ts';
import type { TotalId } from '#lib/simulator/pipeline/pipeline-run.ts';
import type { SweepId } from '#lib/simulator/pipeline/sweep.ts';

import type { RunPicture } from '../session/run-picture.ts';
import { baseline, history } from '../session/simulation.ts';
import { figureText } from '../totals/figure-text.ts';
import { TOTAL_WORDS } from '../totals/total-words.ts';
import { kneeText } from './knee-text.ts';
import { isOutdated, type SweepState, startSweep, stopSweep, sweeping } from './sweep-state.ts';

const IDS = ['shufflePartitions', 'executors', 'cores', 'files'] as const satisfies readonly SweepId[];
const SHOWN = [
  'makespan',
  'longestTask',
  'largestPartition',
  'spill',
  'tasks',
  'files',
] as const satisfies readonly TotalId[];
const TOTALS = SHOWN.map((id) => ({ value: id, label: TOTAL_WORDS[id].label }));

/** One knob over its whole range, as a curve. */
export function SweepPanel({ picture }: { readonly picture: RunPicture }) {
  const [id, setId] = useState<SweepId>('shufflePartitions');
  const [total, setTotal] = useState<TotalId>('makespan');
  const state = useStore(sweeping);
  const { present } = useStore(history);
  return (
    <Panel title="What if: one knob over its range" aside={<ProvenanceTag origin="simulated" />}>
      <div className="grid gap-3">
        <div className="flex flex-wrap items-center gap-3">
          <SelectField
            label="Turn"
            options={IDS.map((each) => ({ value: each, label: knobLabel(each) }))}
            value={id}
            onChange={(next) => setId(IDS.find((each) => each === next) ?? id)}
          />
          <SelectField
            label="and see"
            options={TOTALS}
            value={total}
            onChange={(next) => setTotal(SHOWN.find((each) => each === next) ?? total)}
          />
          {state.running ? (
            <Button onClick={stopSweep}>Cancel</Button>
          ) : (
            <Button onClick={() => void startSweep(id)}>Draw the curve</Button>
          )}
        </div>
        {state.running ? (
          <Progress
            label="Simulating"
            value={state.running.done}
            max={state.running.total}
            detail={`${state.running.done} of ${state.running.total} runs`}
          />
        ) : null}
        {state.refusal ? (
          <p role="alert" className="text-sm">
            {state.refusal.message} {state.refusal.hint}
          </p>
        ) : null}
        {isOutdated(state, present) ? (
          <p className="text-soft text-sm">
            Other knobs were turned since; the curve is of the knobs before that.
          </p>
        ) : null}
        {state.found ? (
          <Found found={state.found} total={total} picture={picture} />
        ) : state.running ? null : (
          <p className="max-w-prose text-soft text-sm">
            Runs the pipeline for up to fifty values of one knob, all others as they are, and names the value
            from which more brings little.
          </p>
        )}
      </div>
    </Panel>
  );
}

interface FoundProps {
  readonly found: NonNullable<SweepState['found']>;
  readonly total: TotalId;
  readonly picture: RunPicture;
}

function Found({ found, total, picture }: FoundProps) {
  const pinned = useStore(baseline);
  const { id, curve, knobs } = found;
  const { unit } = picture.totals[total];
  const points = curve.points.map(({ value, totals }) => ({ x: value, y: totals[total] }));
  const knee = curve.knees[total];
  const label = knobLabel(id);
  const at = (value: number) => points.find(({ x }) => x === value);
  const marks = [
    markOf(at(knobs[id]), 'as it was set', 'circle'),
    markOf(knee, 'knee', 'diamond'),
    markOf(pinned && { x: pinned.knobs[id], y: pinned.totals[total].value }, 'baseline', 'square'),
  ].filter((mark) => mark !== undefined);
  const text = (value: number) => figureText(value, unit);
  return (
    <ChartFigure
      name="curve"
      summary={kneeText(knee, label, total, unit)}
      table={() => (
        <SimpleTable
          className="max-h-72"
          caption={`${TOTAL_WORDS[total].label} by ${label}`}
          columns={[{ header: label }, { header: TOTAL_WORDS[total].label, align: 'end' }]}
          rows={points.map(({ x, y }) => [formatCount(x), text(y)])}
        />
      )}
    >
      <Curve
        label={`${TOTAL_WORDS[total].label} by ${label}`}
        points={points}
        unit={unit === 'ms' || unit === 'bytes' ? unit : 'count'}
        marks={marks.filter(({ x }) => x >= points[0]!.x && x <= points.at(-1)!.x)}
        xText={formatCount}
        readOut={({ x, y }) =>
          `${label} ${formatCount(x)}: ${TOTAL_WORDS[total].label.toLowerCase()} ${text(y)}`
        }
      />
    </ChartFigure>
  );
}

function markOf(
  place: { readonly x: number; readonly y: number } | undefined,
  text: string,
  sign: CurveMark['sign'],
): CurveMark | undefined {
  return place && { x: place.x, y: place.y, text, sign };
}
