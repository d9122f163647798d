import type { CatalogSource } from '#lib/plan/settings.ts';
import { parseType } from '#lib/plan/types/parse-type.ts';

/**
 * What `DESCRIBE TABLE` and `DESCRIBE EXTENDED` print: columns, and where it is said the partition columns, format,
 * bytes and rows. As `show()` draws it, or with tabs between the cells. Undefined when the text is none.
 */
export function readDescribedTable(text: string): CatalogSource | undefined {
  const rows = text
    .split('\n')
    .map(cellsOf)
    .filter((cells) => cells.length >= 2);
  const columns: CatalogSource['columns'][number][] = [];
  const partitionColumns: string[] = [];
  const facts = new Map<string, string>();
  let part: 'columns' | 'partitions' | 'facts' = 'columns';
  for (const [name = '', type = ''] of rows) {
    if (name === 'col_name' || name === '' || name === '# col_name') continue;
    if (name === '# Partition Information') part = 'partitions';
    else if (name === '# Partitioning') part = 'facts';
    else if (name.startsWith('# ')) part = 'facts';
    else if (part === 'facts') facts.set(name.replace(/:$/, ''), type);
    else if (parseType(type) !== undefined) {
      if (part === 'partitions') partitionColumns.push(name);
      else columns.push({ name, type });
    }
  }
  if (columns.length === 0) return undefined;
  const [, bytes] = /(\d+) bytes/.exec(facts.get('Statistics') ?? '') ?? [];
  const [, count] = /(\d+) rows/.exec(facts.get('Statistics') ?? '') ?? [];
  return {
    format: (facts.get('Provider') ?? 'parquet').toLowerCase(),
    columns,
    ...(bytes !== undefined && { bytes: Number(bytes) }),
    ...(count !== undefined && { rows: Number(count) }),
    ...(partitionColumns.length > 0 && { partitionColumns }),
  };
}

/** `|id|bigint|NULL|`, or cells with tabs, or with two blanks and more between them. */
function cellsOf(line: string): readonly string[] {
  const text = line.replace(/\r$/, '');
  if (/^\s*\+[-+]+\+\s*$/.test(text)) return [];
  const cells = text.trim().startsWith('|') ? text.trim().slice(1, -1).split('|') : text.split(/\t| {2,}/);
  return cells.map((cell) => cell.trim());
}
