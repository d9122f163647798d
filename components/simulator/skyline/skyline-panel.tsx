'use client';
import { useMemo, useState } from 'react';
import { BarCanvas } from '#components/charts/bar-canvas.tsx';
import { ChartFigure } from '#components/charts/chart-figure.tsx';
import type { LineMark } from '#components/charts/line-marks.tsx';
import { fittingScale, type ScaleKind } from '#components/charts/value-scale.ts';
import { Panel } from '#components/ui/panel.tsx';
import { ProvenanceTag } from '#components/ui/provenance-tag.tsx';
import { Segments } from '#components/ui/segments.tsx';
import { formatBytes } from '#lib/base/format.ts';
import type { RunPicture, ShufflePicture } from '../session/run-picture.ts';
import { PartitionTable } from './partition-table.tsx';
import { PickedPartition } from './picked-partition.tsx';
import { largestOf, orderOf, type PartitionOrder, partitionText, skylineSentence } from './skyline-words.ts';

const SIDES = [
  { value: 'main', label: 'Main table' },
  { value: 'other', label: 'Other side' },
] as const;
const ORDERS = [
  { value: 'size', label: 'By size' },
  { value: 'number', label: 'By number' },
] as const;
const SCALES = [
  { value: 'linear', label: 'Linear' },
  { value: 'log', label: 'Log' },
] as const;

export interface SkylinePanelProps {
  readonly picture: RunPicture;
  /** In place of how a partition's size is computed: somebody asked which one is meant. */
  readonly onPoint?: ((partition: number) => void) | undefined;
  readonly pointed?: number | undefined;
}

/** How the rows of a shuffle fall into partitions, with the lines that decide over them. */
export function SkylinePanel({ picture, onPoint, pointed }: SkylinePanelProps) {
  const [side, setSide] = useState<ShufflePicture['side']>('main');
  const shuffle = picture.shuffles.find((each) => each.side === side) ?? picture.shuffles[0];
  return (
    <Panel
      title="Partitions of the shuffle"
      aside={
        <div className="flex flex-wrap items-center gap-2">
          {picture.shuffles.length > 1 ? (
            <Segments label="Shuffle" options={SIDES} value={side} onChange={setSide} />
          ) : null}
          <ProvenanceTag origin="simulated" />
        </div>
      }
    >
      {shuffle ? (
        <Drawn shuffle={shuffle} picture={picture} onPoint={onPoint} pointed={pointed} />
      ) : (
        <NoShuffle picture={picture} />
      )}
    </Panel>
  );
}

interface DrawnProps extends SkylinePanelProps {
  readonly shuffle: ShufflePicture;
}

function Drawn({ shuffle, picture, onPoint, pointed }: DrawnProps) {
  const [order, setOrder] = useState<PartitionOrder>('size');
  const [chosen, setChosen] = useState<ScaleKind>();
  const [picked, setPicked] = useState<number>();
  const { bytes, skew } = shuffle;
  const ordered = useMemo(() => orderOf(bytes, order), [bytes, order]);
  const values = useMemo(
    () => Float64Array.from(ordered, (partition) => bytes[partition]!),
    [ordered, bytes],
  );
  const scale = chosen ?? fittingScale(largestOf(bytes), skew.medianBytes);
  return (
    <>
      <ChartFigure
        name="partitions"
        summary={skylineSentence(shuffle)}
        controls={
          <>
            <Segments label="Order of the partitions" options={ORDERS} value={order} onChange={setOrder} />
            <Segments label="Scale of the partitions" options={SCALES} value={scale} onChange={setChosen} />
          </>
        }
        table={() => <PartitionTable shuffle={shuffle} />}
      >
        <BarCanvas
          label="Partitions by size"
          values={values}
          color="shuffle"
          unit="bytes"
          scale={scale}
          lines={linesOf(shuffle, picture)}
          readOut={(index) => partitionText(shuffle, ordered[index] ?? 0)}
          marked={pointed === undefined ? undefined : placeOf(ordered, pointed)}
          onPick={(index) => {
            if (onPoint) onPoint(ordered[index] ?? 0);
            else setPicked(ordered[index]);
          }}
          otherwise={`${order === 'size' ? 'Largest on the left.' : 'In the order of their numbers.'} Arrow keys or the pointer read out one partition; Enter or a click ${onPoint ? 'points at it' : 'shows how its size is computed'}.`}
        />
      </ChartFigure>
      {picked !== undefined && picked < bytes.length ? (
        <PickedPartition
          shuffle={shuffle}
          picture={picture}
          partition={picked}
          onClose={() => setPicked(undefined)}
        />
      ) : null}
    </>
  );
}

function placeOf(ordered: Uint32Array, partition: number): number | undefined {
  const at = ordered.indexOf(partition);
  return at < 0 ? undefined : at;
}

function linesOf({ skew, coalesce }: ShufflePicture, { knobs }: RunPicture): readonly LineMark[] {
  const { medianBytes, thresholdBytes } = skew;
  const isSplit = knobs.step === 'join' && knobs.adaptive && knobs.skewJoin;
  return [
    // Of mostly empty partitions Spark takes 1 byte for the median.
    ...(medianBytes > 1
      ? [{ at: medianBytes, text: `median ${formatBytes(medianBytes)}`, dash: '6 4' }]
      : []),
    ...(coalesce
      ? [
          {
            at: coalesce.targetBytes,
            text: `target of joining ${formatBytes(coalesce.targetBytes)}`,
            dash: '2 3',
          },
        ]
      : []),
    ...(isSplit
      ? [{ at: thresholdBytes, text: `skewed above ${formatBytes(thresholdBytes)}`, dash: '10 3 2 3' }]
      : []),
  ];
}

function NoShuffle({ picture }: { readonly picture: RunPicture }) {
  const isBroadcast = picture.join?.planned.operator === 'BroadcastHashJoin';
  return (
    <p className="max-w-prose text-soft text-sm">
      {isBroadcast
        ? `Nothing is shuffled: one side is broadcast. ${picture.join?.planned.because ?? ''}`
        : 'Nothing is shuffled: rows are read and written by the same tasks. Choose a join, an aggregate, a sort or a repartition to see partitions.'}
    </p>
  );
}
