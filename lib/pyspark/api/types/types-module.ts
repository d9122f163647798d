import type { DataType, Field } from '#lib/plan/types/data-type.ts';
import {
  arrayOf,
  BIGINT,
  BINARY,
  BOOLEAN,
  CALENDAR_INTERVAL,
  DATE,
  DAY_TIME_INTERVAL,
  DOUBLE,
  decimal,
  FLOAT,
  INT,
  mapOf,
  SMALLINT,
  STRING,
  TIMESTAMP,
  TIMESTAMP_NTZ,
  TINYINT,
  VARIANT,
  VOID,
  YEAR_MONTH_INTERVAL,
} from '#lib/plan/types/names.ts';
import { functions, type ModuleTable } from '../../modules/table.ts';
import { elementsOf } from '../../values/iterate.ts';
import { unknown } from '../../values/make.ts';
import { boolOf, numberOf, textOf } from '../read-value.ts';
import { dataTypeOf } from './schema.ts';

const ATOMIC: Readonly<Record<string, DataType>> = {
  NullType: VOID,
  StringType: STRING,
  CharType: STRING,
  VarcharType: STRING,
  BinaryType: BINARY,
  BooleanType: BOOLEAN,
  DateType: DATE,
  TimestampType: TIMESTAMP,
  TimestampNTZType: TIMESTAMP_NTZ,
  DoubleType: DOUBLE,
  FloatType: FLOAT,
  ByteType: TINYINT,
  ShortType: SMALLINT,
  IntegerType: INT,
  LongType: BIGINT,
  DayTimeIntervalType: DAY_TIME_INTERVAL,
  YearMonthIntervalType: YEAR_MONTH_INTERVAL,
  CalendarIntervalType: CALENDAR_INTERVAL,
  VariantType: VARIANT,
};

/** pyspark.sql.types. Classes and their instances are the same value: `cast(IntegerType)` is a common slip. */
export const TYPES: ModuleTable = {
  ...Object.fromEntries(
    Object.entries(ATOMIC).map(([name, type]) => [name, () => ({ kind: 'type', type }) as const]),
  ),
  ...functions({
    DecimalType: [
      'precision, scale',
      (a) => ({
        kind: 'type',
        type: decimal(numberOf(a.get('precision')) ?? 10, numberOf(a.get('scale')) ?? 0),
      }),
    ],
    ArrayType: [
      'elementType, containsNull',
      (a) => ({ kind: 'type', type: arrayOf(dataTypeOf(a.get('elementType'))) }),
    ],
    MapType: [
      'keyType, valueType, valueContainsNull',
      (a) => ({
        kind: 'type',
        type: mapOf(dataTypeOf(a.get('keyType')), dataTypeOf(a.get('valueType'))),
      }),
    ],
    StructField: [
      'name, dataType, nullable, metadata',
      (a) => ({
        kind: 'field',
        field: {
          name: textOf(a.get('name')) ?? '?',
          type: dataTypeOf(a.get('dataType')),
          nullable: boolOf(a.get('nullable')) ?? true,
        },
      }),
    ],
    StructType: [
      'fields',
      (a) => {
        const elements = a.get('fields') ? elementsOf(a.get('fields')!) : { items: [], open: false };
        if (!elements || elements.open) return unknown('a schema that depends on the run');
        const fields: Field[] = elements.items.flatMap((item) => (item.kind === 'field' ? [item.field] : []));
        return { kind: 'type', type: { kind: 'struct', fields }, fields };
      },
    ],
  }),
};
