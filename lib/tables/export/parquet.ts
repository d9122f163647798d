import { type BasicType, parquetWriteBuffer } from 'hyparquet-writer';
import type { QueryResult } from '../query-result.ts';

/** One Parquet file, Snappy-compressed. Lists and structs become JSON columns. */
export function toParquet({ columns, rows }: QueryResult): ArrayBuffer {
  return parquetWriteBuffer({
    columnData: columns.map(({ name, type }) => {
      const basic = basicType(type);
      return { name, type: basic, nullable: true, data: rows.map((row) => encode(row[name], basic)) };
    }),
  });
}

/** From DuckDB's name of the type of a result column. */
function basicType(type: string): BasicType {
  if (/^(List|Struct|Map|FixedSizeList)/.test(type)) return 'JSON';
  if (/^(Int(8|16|32)|Uint(8|16))$/.test(type)) return 'INT32';
  if (type === 'Int64' || type === 'Uint32') return 'INT64';
  if (/^(Float|Decimal|Uint64)/.test(type)) return 'DOUBLE';
  if (type === 'Bool') return 'BOOLEAN';
  return 'STRING';
}

function encode(value: unknown, type: BasicType): unknown {
  if (value === null || value === undefined) return null;
  if (type === 'INT64') return BigInt(value as number | string);
  if (type === 'DOUBLE') return Number(value);
  if (type === 'STRING') return String(value);
  return value;
}
