import type { CatalogSource } from '#lib/plan/settings.ts';

/** Kinds that Spark's inference goes through for a column, narrowest first; the next one takes what the last could not. */
const KINDS = [
  { type: 'int', fits: (text: string) => /^[+-]?\d{1,10}$/.test(text) && Math.abs(Number(text)) < 2 ** 31 },
  { type: 'bigint', fits: (text: string) => /^[+-]?\d{1,18}$/.test(text) },
  { type: 'double', fits: (text: string) => /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) },
  { type: 'date', fits: (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) },
  {
    type: 'timestamp',
    fits: (text: string) =>
      /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.test(text),
  },
  { type: 'boolean', fits: (text: string) => /^(true|false)$/i.test(text) },
] as const;

/** Numbers become wider, dates become timestamps; anything else that does not fit together is a string. */
const WIDER: Readonly<Record<string, readonly string[]>> = {
  int: ['bigint', 'double'],
  bigint: ['double'],
  date: ['timestamp'],
};

/**
 * The columns of a CSV file from its beginning, a header line and some rows: types as `inferSchema` would take them from
 * these rows (without it all are strings). `bytes` is the size of the whole file. Source: CSVInferSchema.
 */
export function readCsvSource(beginning: string, bytes: number): CatalogSource {
  const separator = separatorOf(beginning);
  const isWhole = new TextEncoder().encode(beginning).length >= bytes;
  const records = recordsOf(beginning, separator);
  const rows = isWhole ? records.slice(1) : records.slice(1, -1);
  const columns = (records[0] ?? []).map((name, i) => ({
    name: name === '' ? `_c${i}` : name,
    type: typeOf(rows.map((row) => row[i] ?? '')),
  }));
  return {
    format: 'csv',
    columns,
    files: 1,
    bytes,
    fileBytes: [bytes],
    ...(isWhole && { rows: rows.length }),
  };
}

function typeOf(values: readonly string[]): string {
  let type: string | undefined;
  for (const value of values) {
    if (value === '') continue;
    const own = KINDS.find(({ fits }) => fits(value))?.type ?? 'string';
    if (type === undefined || WIDER[type]?.includes(own)) type = own;
    else if (type !== own && !WIDER[own]?.includes(type)) return 'string';
  }
  return type ?? 'string';
}

/** The separator that the first line has most of. */
function separatorOf(text: string): string {
  const line = text.slice(0, text.search(/\r?\n|$/));
  const count = (separator: string): number => line.split(separator).length;
  return [',', ';', '\t', '|'].toSorted((a, b) => count(b) - count(a))[0]!;
}

/** Cells of each record; quoted cells may hold separators, line breaks and doubled quotes. */
function recordsOf(text: string, separator: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let record: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    record.push(cell.trim());
    cell = '';
  };
  for (let i = text.charCodeAt(0) === 0xfeff ? 1 : 0; i < text.length; i++) {
    const char = text[i]!;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === separator) endCell();
    else if (char === '\n' || char === '\r') {
      if (char === '\r' && text[i + 1] === '\n') i++;
      endCell();
      if (record.length > 1 || record[0] !== '') records.push(record);
      record = [];
    } else cell += char;
  }
  if (cell !== '' || record.length > 0) {
    endCell();
    records.push(record);
  }
  return records;
}
