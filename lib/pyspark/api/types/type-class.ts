import type { Field } from '#lib/plan/types/data-type.ts';
import { typeName } from '#lib/plan/types/data-type.ts';
import { parseType } from '#lib/plan/types/parse-type.ts';
import { bool, list, native, str, unknown } from '../../values/make.ts';
import type { FieldValue, TypeValue } from '../../values/spark-value.ts';
import type { Class } from '../method.ts';
import { boolOf, textOf } from '../read-value.ts';
import { dataTypeOf, typeNow } from './schema.ts';

/** DataType objects, StructType among them. */
export const TYPE_CLASS: Class<TypeValue> = {
  methods: {
    add: [
      'field, data_type, nullable, metadata',
      (self, a) => {
        const field = a.get('field');
        const added: Field | undefined =
          field?.kind === 'field'
            ? field.field
            : field?.kind === 'str'
              ? {
                  name: field.value,
                  type: dataTypeOf(a.get('data_type')),
                  nullable: boolOf(a.get('nullable')) ?? true,
                }
              : undefined;
        if (added) self.fields?.push(added);
        return self;
      },
    ],
    simpleString: ['', (self) => str(typeName(typeNow(self)))],
    typeName: ['', (self) => str(pythonTypeName(self))],
    fieldNames: ['', (self) => list((self.fields ?? []).map((field) => str(field.name)))],
    json: ['', () => unknown('a schema as JSON')],
    jsonValue: ['', () => unknown('a schema as JSON')],
    toInternal: ['obj', () => unknown('an internal value')],
    __call__: ['', (self) => self],
  },
  properties: {
    fields: (self) => list((self.fields ?? []).map((field): FieldValue => ({ kind: 'field', field }))),
    names: (self) => list((self.fields ?? []).map((field) => str(field.name))),
    elementType: (self) => ofType(self.type.kind === 'array' ? self.type.element : undefined),
    keyType: (self) => ofType(self.type.kind === 'map' ? self.type.key : undefined),
    valueType: (self) => ofType(self.type.kind === 'map' ? self.type.value : undefined),
    precision: (self) =>
      self.type.kind === 'decimal' ? { kind: 'int', value: self.type.precision } : unknown('a precision'),
    scale: (self) =>
      self.type.kind === 'decimal' ? { kind: 'int', value: self.type.scale } : unknown('a scale'),
    __class__: (self) => ({ kind: 'module', name: `pyspark.sql.types.${className(self)}` }),
    fromJson: () => native('fromJson', () => unknown('a schema from JSON')),
    fromDDL: () =>
      native('fromDDL', ({ positional: [text] }) => ofType(parseType(`struct<${textOf(text) ?? ''}>`))),
  },
};

export const FIELD_CLASS: Class<FieldValue> = {
  methods: {
    simpleString: ['', (self) => str(`${self.field.name}:${typeName(self.field.type)}`)],
    needConversion: ['', () => bool(false)],
  },
  properties: {
    name: (self) => str(self.field.name),
    dataType: (self) => ofType(self.field.type),
    nullable: (self) => bool(self.field.nullable),
  },
};

function ofType(type: ReturnType<typeof parseType>): TypeValue | ReturnType<typeof unknown> {
  if (type === undefined) return unknown('a type');
  return type.kind === 'struct' ? { kind: 'type', type, fields: [...type.fields] } : { kind: 'type', type };
}

const PYTHON_NAMES: Readonly<Record<string, string>> = {
  int: 'integer',
  bigint: 'long',
  smallint: 'short',
  tinyint: 'byte',
};

function pythonTypeName(self: TypeValue): string {
  return PYTHON_NAMES[self.type.kind] ?? self.type.kind;
}

function className(self: TypeValue): string {
  const name = pythonTypeName(self);
  return `${name[0]!.toUpperCase()}${name.slice(1)}Type`;
}
