import { UserError } from '#lib/base/assert.ts';
import { formatBytes, formatCount, plural } from '#lib/base/format.ts';
import { CsvRows, delimiterOf } from './csv-cells.ts';

/** How often each value of a column occurs, most frequent first. */
export interface KeyColumnCounts {
  readonly name: string;
  readonly rows: number;
  /** Rows without a value, which are left out. */
  readonly emptyRows: number;
  /** Different values; undefined where there were too many to count. */
  readonly distinct: number | undefined;
  /** The most frequent values, as texts. */
  readonly keys: readonly string[];
  readonly counts: readonly number[];
}

export interface KeyFile {
  readonly columns: readonly KeyColumnCounts[];
  readonly rows: number;
}

export const MAX_KEY_FILE_BYTES = 64 * 2 ** 20;
const MAX_COLUMNS = 40;
const MAX_DISTINCT = 200_000;
const MAX_KEYS = 10_000;
/** Longer values could not be told apart, and are no keys. */
const MAX_VALUE = 200;
const ACCEPTED = 'A text file with a heading and one row a line is taken: CSV, or separated by ; | or tabs.';

/**
 * Counts the values of every column of a delimited text file, in the tab, piece by piece. Values stay the texts they are
 * in the file: Spark hashes the text "12" and the number 12 differently.
 */
export async function readKeyFile(file: Blob): Promise<KeyFile> {
  if (file.size > MAX_KEY_FILE_BYTES)
    throw new UserError(
      `This file has ${formatBytes(file.size)}; up to ${formatBytes(MAX_KEY_FILE_BYTES)} are read for keys.`,
      'Take a sample of its rows, or paste the result of groupBy(key).count().',
    );
  const start = await file.slice(0, 64 * 1024).text();
  if (start.trim() === '') throw new UserError('The file is empty.', ACCEPTED);
  if (start.includes('\0')) throw new UserError(`${recognized(start)} No keys were read.`, ACCEPTED);
  const counter = new ColumnCounter();
  const rows = new CsvRows(delimiterOf(start.split(/[\r\n]/, 1)[0] ?? ''), MAX_VALUE + 1, MAX_COLUMNS);
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read())
    for (const row of rows.add(piece.value)) counter.add(row);
  const last = rows.end();
  if (last) counter.add(last);
  return counter.result();
}

function recognized(start: string): string {
  if (start.startsWith('PAR1')) return 'This is a Parquet file.';
  if (start.startsWith('PK')) return 'This is a zip archive or an Excel workbook.';
  if (start.startsWith('Obj')) return 'This is an Avro file.';
  return 'This is no text file.';
}

/** Counts until there are too many different values to be keys worth drawing. */
class ColumnCounter {
  #names: readonly string[] | undefined;
  #counts: (Map<string, number> | undefined)[] = [];
  #empty: number[] = [];
  #rows = 0;

  add(row: readonly string[]): void {
    if (this.#names === undefined) {
      this.#names = row.map((name, i) => name.trim().replace(/^\uFEFF/, '') || `column ${i + 1}`);
      this.#counts = row.map(() => new Map());
      this.#empty = row.map(() => 0);
      return;
    }
    this.#rows += 1;
    for (let i = 0; i < this.#names.length; i++) {
      const value = row[i] ?? '';
      const counts = this.#counts[i];
      if (value === '') this.#empty[i]! += 1;
      else if (counts === undefined) continue;
      else if (value.length > MAX_VALUE) this.#counts[i] = undefined;
      else {
        counts.set(value, (counts.get(value) ?? 0) + 1);
        if (counts.size > MAX_DISTINCT) this.#counts[i] = undefined;
      }
    }
  }

  result(): KeyFile {
    if (this.#rows === 0)
      throw new UserError('There is one line only, which was taken as the heading.', ACCEPTED);
    const columns = (this.#names ?? []).map((name, i): KeyColumnCounts => {
      const sorted = [...(this.#counts[i] ?? [])].toSorted((a, b) => b[1] - a[1]).slice(0, MAX_KEYS);
      return {
        name,
        rows: this.#rows,
        emptyRows: this.#empty[i]!,
        distinct: this.#counts[i]?.size,
        keys: sorted.map(([key]) => key),
        counts: sorted.map(([, count]) => count),
      };
    });
    return { columns, rows: this.#rows };
  }
}

/** What is taken of a column and what is left out, in words. */
export function keyColumnText({ rows, emptyRows, distinct, keys, counts }: KeyColumnCounts): string {
  if (distinct === undefined)
    return `More than ${formatCount(MAX_DISTINCT)} different values, or longer ones than keys are: choose another column.`;
  if (distinct === 0) return 'No row has a value here: choose another column.';
  const taken = counts.reduce((sum, count) => sum + count, 0);
  const left = rows - emptyRows - taken;
  const parts = [
    `${plural(keys.length, 'key')} of ${plural(taken, 'row')}`,
    ...(left > 0
      ? [`${plural(left, 'row')} of ${plural(distinct - keys.length, 'rarer key')} left out`]
      : []),
    ...(emptyRows > 0 ? [`${plural(emptyRows, 'row')} without a value left out`] : []),
  ];
  return `${parts.join('; ')}.`;
}
