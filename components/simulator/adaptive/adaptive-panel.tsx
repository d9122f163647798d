'use client';
import { useMemo, useState } from 'react';
import { BarCanvas } from '#components/charts/bar-canvas.tsx';
import { ChartFigure } from '#components/charts/chart-figure.tsx';
import { fittingScale, type ScaleKind } from '#components/charts/value-scale.ts';
import { Panel } from '#components/ui/panel.tsx';
import { ProvenanceTag } from '#components/ui/provenance-tag.tsx';
import { Segments } from '#components/ui/segments.tsx';
import { SimpleTable } from '#components/ui/simple-table.tsx';
import { formatBytes } from '#lib/base/format.ts';
import type { RunPicture, ShufflePicture } from '../session/run-picture.ts';
import { largestOf } from '../skyline/skyline-words.ts';
import { StepBar } from '../step-bar.tsx';
import { type AdaptFrame, adaptFrames } from './adapt-frames.ts';

const SIDES = [
  { value: 'main', label: 'Main table' },
  { value: 'other', label: 'Other side' },
] as const;

/** Adaptive execution one step after the other, each with its reason. */
export function AdaptivePanel({ picture }: { readonly picture: RunPicture }) {
  const [side, setSide] = useState<ShufflePicture['side']>('main');
  const shuffle = picture.shuffles.find((each) => each.side === side) ?? picture.shuffles[0];
  return (
    <Panel
      title="Adaptive execution, step by step"
      aside={
        <div className="flex flex-wrap items-center gap-2">
          {picture.adaptSteps && picture.shuffles.length > 1 ? (
            <Segments label="Side of the join" options={SIDES} value={side} onChange={setSide} />
          ) : null}
          <ProvenanceTag origin="simulated" />
        </div>
      }
    >
      {shuffle && picture.adaptSteps ? (
        <Steps picture={picture} shuffle={shuffle} />
      ) : (
        <Nothing picture={picture} />
      )}
    </Panel>
  );
}

function Steps({ picture, shuffle }: { readonly picture: RunPicture; readonly shuffle: ShufflePicture }) {
  const [step, setStep] = useState(0);
  const frames = useMemo(() => adaptFrames(picture, shuffle), [picture, shuffle]);
  const current = Math.min(step, frames.length - 1);
  const frame = frames[current]!;
  return (
    <div className="grid gap-3">
      <StepBar
        what="adaptive execution"
        step={current}
        count={frames.length}
        onStep={setStep}
        title={frame.title}
      />
      <div aria-live="polite" className="grid gap-1">
        <h3 className="font-semibold">{frame.title}</h3>
        <p className="max-w-prose text-sm">{frame.why}</p>
      </div>
      <Frame frame={frame} scale={fittingScale(largestOf(shuffle.bytes), shuffle.skew.medianBytes)} />
    </div>
  );
}

/** All steps on one scale, so that a bar keeps its height from step to step. */
function Frame({ frame, scale }: { readonly frame: AdaptFrame; readonly scale: ScaleKind }) {
  const { values, bars, pieces, groups, line, reasons } = frame;
  return (
    <>
      <ChartFigure
        name={`step "${frame.title}"`}
        summary={legendOf(frame)}
        table={() => (
          <SimpleTable
            className="max-h-72"
            caption={`Bytes of each ${bars}`}
            columns={[{ header: bars === 'task' ? 'Task' : 'Partition' }, { header: 'Bytes', align: 'end' }]}
            rows={Array.from(values)
              .slice(0, 300)
              .map((bytes, index) => [index, formatBytes(bytes)])}
          />
        )}
      >
        <BarCanvas
          label={`${frame.title}: bytes of each ${bars}`}
          values={values}
          color={bars === 'task' ? 'narrow' : 'shuffle'}
          unit="bytes"
          scale={scale}
          pieces={pieces}
          groups={groups}
          lines={line ? [{ ...line, dash: '6 4' }] : []}
          readOut={(index) => readOut(frame, index)}
          height={170}
        />
      </ChartFigure>
      {reasons.length > 0 ? (
        <SimpleTable
          className="max-h-48"
          caption={`Reasons of the step "${frame.title}"`}
          columns={[{ header: 'What' }, { header: 'Why' }]}
          rows={reasons.slice(0, 500).map(({ what, why }) => [what, why])}
        />
      ) : null}
    </>
  );
}

function legendOf({ pieces, groups, bars }: AdaptFrame): string {
  if (pieces && pieces.size > 0) return 'Cut bars are read by several tasks.';
  if (groups && groups.length > 0) return 'Partitions over one mark are read by one task.';
  return bars === 'task'
    ? 'A bar for each task that runs.'
    : 'A bar for each partition, in the order of their numbers.';
}

function readOut({ values, bars, pieces, groups, reasons }: AdaptFrame, index: number): string {
  const start = `${bars === 'task' ? 'Task' : 'Partition'} ${index}: ${formatBytes(values[index] ?? 0)}`;
  const cut = pieces?.get(index);
  if (cut !== undefined) return `${start}, read by ${cut} tasks`;
  const group = groups?.findIndex(([from, to]) => index >= from && index < to) ?? -1;
  return group < 0 ? start : `${start}; read with ${reasons[group]!.what}, ${reasons[group]!.why}`;
}

function Nothing({ picture }: { readonly picture: RunPicture }) {
  const { knobs, shuffles } = picture;
  return (
    <p className="max-w-prose text-soft text-sm">
      {shuffles.length === 0
        ? 'There is no shuffle to look at, so nothing is adapted.'
        : knobs.adaptive
          ? 'Nothing is adapted.'
          : `Adaptive execution is off: ${shuffles[0]!.bytes.length} partitions are ${shuffles[0]!.bytes.length} tasks, however large or small they are. Switch it on to see what it would do.`}
    </p>
  );
}
