/** Spark SQL's data types. `unknown` is ours: the type of what cannot be known without running the program. */
export type DataType = AtomicType | DecimalType | ArrayType | MapType | StructType;

export interface AtomicType {
  readonly kind: AtomicKind;
}

export type AtomicKind =
  | 'void'
  | 'boolean'
  | 'tinyint'
  | 'smallint'
  | 'int'
  | 'bigint'
  | 'float'
  | 'double'
  | 'string'
  | 'binary'
  | 'date'
  | 'timestamp'
  | 'timestamp_ntz'
  | 'interval'
  | 'interval day to second'
  | 'interval year to month'
  | 'variant'
  | 'unknown';

export interface DecimalType {
  readonly kind: 'decimal';
  readonly precision: number;
  readonly scale: number;
}

export interface ArrayType {
  readonly kind: 'array';
  readonly element: DataType;
  /** false when no element is ever null. */
  readonly containsNull?: false;
}

export interface MapType {
  readonly kind: 'map';
  readonly key: DataType;
  readonly value: DataType;
}

export interface StructType {
  readonly kind: 'struct';
  readonly fields: readonly Field[];
}

export interface Field {
  readonly name: string;
  readonly type: DataType;
  readonly nullable: boolean;
}

/** Bytes that Spark assumes for a value, by `DataType.defaultSize`; an unknown type counts as a string. */
const ATOMIC_SIZE: Readonly<Record<AtomicKind, number>> = {
  void: 1,
  boolean: 1,
  tinyint: 1,
  smallint: 2,
  int: 4,
  bigint: 8,
  float: 4,
  double: 8,
  string: 20,
  binary: 100,
  date: 4,
  timestamp: 8,
  timestamp_ntz: 8,
  interval: 16,
  'interval day to second': 8,
  'interval year to month': 4,
  variant: 2048,
  unknown: 20,
};

export function defaultSize(type: DataType): number {
  switch (type.kind) {
    case 'decimal':
      return type.precision <= 18 ? 8 : 16;
    case 'array':
      return defaultSize(type.element);
    case 'map':
      return defaultSize(type.key) + defaultSize(type.value);
    case 'struct':
      return type.fields.reduce((sum, field) => sum + defaultSize(field.type), 0);
    default:
      return ATOMIC_SIZE[type.kind];
  }
}

/** As Spark prints it: `bigint`, `decimal(12,2)`, `array<string>`, `struct<a:int,b:string>`. */
export function typeName(type: DataType): string {
  switch (type.kind) {
    case 'decimal':
      return `decimal(${type.precision},${type.scale})`;
    case 'array':
      return `array<${typeName(type.element)}>`;
    case 'map':
      return `map<${typeName(type.key)},${typeName(type.value)}>`;
    case 'struct':
      return `struct<${type.fields.map((field) => `${field.name}:${typeName(field.type)}`).join(',')}>`;
    default:
      return type.kind;
  }
}

export function sameType(a: DataType, b: DataType): boolean {
  return a === b || typeName(a) === typeName(b);
}
