import { type Computed, input } from '#lib/simulator/computed.ts';
import { Picked } from '../picked.tsx';
import type { RunPicture, ShufflePicture } from '../session/run-picture.ts';
import { Explanation } from '../totals/how-computed.tsx';
import { partitionText } from './skyline-words.ts';

export interface PickedPartitionProps {
  readonly shuffle: ShufflePicture;
  readonly picture: RunPicture;
  readonly partition: number;
  readonly onClose: () => void;
}

const SOURCES: Readonly<Record<ShufflePicture['partitioning'], string>> = {
  hash: 'HashPartitioning: pmod(murmur3(key, 42), partitions)',
  range: 'RangePartitioner',
  'round-robin': 'RoundRobinPartitioning',
};

/** How rows come into one partition, and how its bytes are estimated. */
export function PickedPartition({ shuffle, picture, partition, onClose }: PickedPartitionProps) {
  return (
    <Picked what="partition" text={partitionText(shuffle, partition)} onClose={onClose}>
      <div className="grid gap-4 md:grid-cols-2">
        <Explanation label="Rows of the partition" computed={rowsOf(shuffle, picture, partition)} />
        <Explanation label="Its bytes" computed={bytesOf(shuffle, picture, partition)} />
      </div>
    </Picked>
  );
}

function rowsOf(
  { rows, keys, partitioning }: ShufflePicture,
  { knobs }: RunPicture,
  partition: number,
): Computed {
  return {
    value: rows[partition]!,
    unit: 'rows',
    formula: partitioning === 'round-robin' ? 'rows dealt out in turn' : 'sum of the rows of its keys',
    inputs: [
      ...(keys ? [input('different keys', keys[partition]!, 'count')] : []),
      input('partitions', rows.length, 'partitions', 'spark.sql.shuffle.partitions'),
    ],
    source: SOURCES[partitioning],
    // The bounds of a range come from a sample, and what a partial aggregate leaves is an expected number.
    kind: partitioning === 'range' || knobs.step === 'aggregate' ? 'estimate' : 'exact',
  };
}

function bytesOf({ rows, bytes }: ShufflePicture, { knobs }: RunPicture, partition: number): Computed {
  return {
    value: bytes[partition]!,
    unit: 'bytes',
    formula: 'rows x bytes of a row x compression',
    inputs: [
      input('rows', rows[partition]!, 'rows'),
      input('bytes of a row', knobs.rowBytes, 'bytes'),
      input('compression', knobs.compression, 'ratio'),
    ],
    source: 'rule of thumb for LZ4; the knobs "Bytes of a row" and "Shuffle bytes / row bytes"',
    kind: 'estimate',
  };
}
