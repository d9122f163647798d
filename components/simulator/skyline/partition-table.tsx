import { SimpleTable } from '#components/ui/simple-table.tsx';
import { formatBytes, formatCount } from '#lib/base/format.ts';
import type { ShufflePicture } from '../session/run-picture.ts';
import { orderOf } from './skyline-words.ts';

const MOST_ROWS = 300;

/** The same partitions as rows, largest first. */
export function PartitionTable({ shuffle }: { readonly shuffle: ShufflePicture }) {
  const { bytes, seenBytes, rows, keys } = shuffle;
  const shown = orderOf(bytes, 'size').subarray(0, MOST_ROWS);
  const left = bytes.length - shown.length;
  return (
    <div className="grid gap-1">
      <SimpleTable
        className="max-h-72"
        caption="Partitions, largest first"
        columns={[
          { header: 'Partition' },
          { header: 'Bytes', align: 'end' },
          { header: 'As the driver sees it', align: 'end' },
          { header: 'Rows', align: 'end' },
          ...(keys ? [{ header: 'Keys', align: 'end' as const }] : []),
        ]}
        rows={Array.from(shown, (partition) => [
          partition,
          formatBytes(bytes[partition]!),
          formatBytes(seenBytes[partition] ?? 0),
          formatCount(rows[partition]!),
          ...(keys ? [formatCount(keys[partition]!)] : []),
        ])}
      />
      {left > 0 ? <p className="text-faint text-xs">and {formatCount(left)} smaller ones</p> : null}
    </div>
  );
}
