import type { DataType, Field } from '#lib/plan/types/data-type.ts';
import { UNKNOWN } from '#lib/plan/types/names.ts';
import { parseSchema, parseType } from '#lib/plan/types/parse-type.ts';
import type { Value } from '../../values/value.ts';

/** A schema argument: DDL text or a StructType; undefined when it is not known. */
export function fieldsOfSchema(value: Value | undefined): readonly Field[] | undefined {
  if (value?.kind === 'str') return parseSchema(value.value);
  if (value?.kind !== 'type') return undefined;
  if (value.fields) return value.fields;
  return value.type.kind === 'struct'
    ? value.type.fields
    : [{ name: 'value', type: value.type, nullable: true }];
}

/** A type argument: `"int"`, `IntegerType()`, or the class itself. */
export function dataTypeOf(value: Value | undefined): DataType {
  if (value?.kind === 'str') return parseType(value.value) ?? UNKNOWN;
  return value?.kind === 'type' ? typeNow(value) : UNKNOWN;
}

/** A StructType grows by `add`; its type is what it holds now. */
export function typeNow(value: Value & { kind: 'type' }): DataType {
  return value.fields ? { kind: 'struct', fields: value.fields } : value.type;
}
