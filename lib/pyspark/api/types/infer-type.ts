import type { DataType, Field } from '#lib/plan/types/data-type.ts';
import {
  arrayOf,
  BIGINT,
  BINARY,
  BOOLEAN,
  DATE,
  DAY_TIME_INTERVAL,
  DOUBLE,
  decimal,
  mapOf,
  STRING,
  structOf,
  TIMESTAMP,
  UNKNOWN,
  VOID,
} from '#lib/plan/types/names.ts';
import type { Value } from '../../values/value.ts';

/** The type that PySpark infers for a value of the driver (pyspark.sql.types._infer_type). */
export function typeOfValue(value: Value): DataType {
  switch (value.kind) {
    case 'none':
      return VOID;
    case 'bool':
      return BOOLEAN;
    case 'int':
      return BIGINT;
    case 'float':
      return DOUBLE;
    case 'decimal':
      return decimal(38, 18);
    case 'str':
      return STRING;
    case 'bytes':
      return BINARY;
    case 'date':
      return DATE;
    case 'datetime':
      return TIMESTAMP;
    case 'timedelta':
      return DAY_TIME_INTERVAL;
    case 'list':
      return arrayOf(value.items[0] ? typeOfValue(value.items[0]) : VOID);
    case 'tuple':
      return structOf(fieldsOfRow(value) ?? []);
    case 'dict': {
      const [first] = value.entries.values();
      return first ? mapOf(typeOfValue(first[0]), typeOfValue(first[1])) : mapOf(VOID, VOID);
    }
    case 'unknown':
      return value.like ? LIKE[value.like] : UNKNOWN;
    default:
      return UNKNOWN;
  }
}

const LIKE = { str: STRING, int: BIGINT, float: DOUBLE, bool: BOOLEAN } as const;

/** Fields of a row that is a tuple, a Row, a dict, or a single value; names are `_1`, `_2`, … where there are none. */
export function fieldsOfRow(row: Value, names?: readonly string[]): readonly Field[] | undefined {
  if (row.kind === 'tuple' || row.kind === 'list') {
    return row.items.map((item, index) => ({
      name: names?.[index] ?? (row.kind === 'tuple' ? row.names?.[index] : undefined) ?? `_${index + 1}`,
      type: typeOfValue(item),
      nullable: true,
    }));
  }
  if (row.kind === 'dict' && !row.open) {
    return [...row.entries.values()].map(([key, value]) => ({
      name: key.kind === 'str' ? key.value : '',
      type: typeOfValue(value),
      nullable: true,
    }));
  }
  if (row.kind === 'unknown') return undefined;
  return [{ name: names?.[0] ?? 'value', type: typeOfValue(row), nullable: true }];
}
