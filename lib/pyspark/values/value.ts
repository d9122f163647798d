import type { ClassDef, FunctionDef, LambdaExpr, Span } from '../syntax/ast.ts';
import type { SparkValue } from './spark-value.ts';

/**
 * What a Python expression is known to be. Values that Python compares by identity (lists, instances, DataFrames, …) are
 * JavaScript objects with the same identity.
 */
export type Value = PlainValue | SparkValue | UnknownValue;

export type PlainValue =
  | NoneValue
  | BoolValue
  | NumberValue
  | StrValue
  | BytesValue
  | EllipsisValue
  | MomentValue
  | ListValue
  | TupleValue
  | DictValue
  | SetValue
  | RangeValue
  | IteratorValue
  | SliceValue
  | FunctionValue
  | NativeValue
  | BoundValue
  | MethodValue
  | PartialValue
  | UnboundValue
  | ClassValue
  | InstanceValue
  | SuperValue
  | ModuleValue;

export interface NoneValue {
  readonly kind: 'none';
}
export interface BoolValue {
  readonly kind: 'bool';
  readonly value: boolean;
}
export interface NumberValue {
  readonly kind: 'int' | 'float' | 'decimal';
  readonly value: number;
}
export interface StrValue {
  readonly kind: 'str';
  readonly value: string;
}
export interface BytesValue {
  readonly kind: 'bytes';
  readonly value: string;
}
export interface EllipsisValue {
  readonly kind: 'ellipsis';
}

/** date, datetime and timedelta constants: milliseconds since the epoch in UTC, or a duration. */
export interface MomentValue {
  readonly kind: 'date' | 'datetime' | 'timedelta';
  readonly ms: number;
}

/** `open`: there may be further elements that are not known. */
export interface ListValue {
  readonly kind: 'list';
  items: Value[];
  open: boolean;
  /** What the elements that are not known are like. */
  readonly element?: Value;
}
export interface TupleValue {
  readonly kind: 'tuple';
  readonly items: readonly Value[];
  /** A namedtuple's or a Row's names. */
  readonly names?: readonly string[];
}
/** Entries by `hashKey` of their key. */
export interface DictValue {
  readonly kind: 'dict';
  readonly entries: Map<string, readonly [key: Value, value: Value]>;
  open: boolean;
}
export interface SetValue {
  readonly kind: 'set';
  readonly entries: Map<string, Value>;
  open: boolean;
}
export interface RangeValue {
  readonly kind: 'range';
  readonly start: number;
  readonly stop: number;
  readonly step: number;
}
/** Generators, zip, map, …: already run; `at` is what `next` gives. */
export interface IteratorValue {
  readonly kind: 'iterator';
  readonly items: readonly Value[];
  readonly open: boolean;
  at: number;
}
export interface SliceValue {
  readonly kind: 'slice';
  readonly start: Value;
  readonly stop: Value;
  readonly step: Value;
}

/** Where names live. Python's own lookup: this scope, the functions around it, the module, the builtins. */
export interface Scope {
  readonly vars: Map<string, Value>;
  /** The function around this one; classes are passed over, as in Python. */
  readonly outer: Scope | undefined;
  readonly module: Scope;
  readonly file: string;
  readonly globals: Set<string>;
  readonly nonlocals: Set<string>;
}

export interface FunctionValue {
  readonly kind: 'function';
  readonly name: string;
  readonly def: FunctionDef | LambdaExpr;
  readonly scope: Scope;
  readonly defaults: ReadonlyMap<string, Value>;
  /** The class whose body it stands in, for `super()`. */
  readonly owner?: ClassValue;
  readonly binding?: 'static' | 'class' | 'property';
}

/** Something that Python or PySpark brings. */
export interface NativeValue {
  readonly kind: 'native';
  readonly name: string;
  readonly call: NativeCall;
}
export type NativeCall = (args: Args, site: CallSite) => Value;

/** A function of a class with its first argument. */
export interface BoundValue {
  readonly kind: 'bound';
  readonly fn: FunctionValue;
  readonly self: Value;
}
/** A method of anything else, not called yet: `f = df.select`. */
export interface MethodValue {
  readonly kind: 'method';
  readonly self: Value;
  readonly name: string;
}
/** `DataFrame.union`: a method whose object comes as the first argument. */
export interface UnboundValue {
  readonly kind: 'unbound';
  readonly name: string;
}
/** functools.partial. */
export interface PartialValue {
  readonly kind: 'partial';
  readonly fn: Value;
  readonly args: Args;
}

export interface ClassValue {
  readonly kind: 'class';
  readonly name: string;
  readonly bases: readonly Value[];
  readonly attrs: Map<string, Value>;
  readonly def: ClassDef | undefined;
  /** A dataclass or NamedTuple: its fields in order, with their defaults. */
  fields?: readonly (readonly [name: string, value: Value | undefined])[];
  readonly isEnum: boolean;
}
export interface InstanceValue {
  readonly kind: 'instance';
  readonly cls: ClassValue;
  readonly attrs: Map<string, Value>;
}
export interface SuperValue {
  readonly kind: 'super';
  readonly owner: ClassValue;
  readonly self: Value;
}

export interface ModuleValue {
  readonly kind: 'module';
  readonly name: string;
  /** Of a file of the project. */
  readonly scope?: Scope;
}

/** What cannot be known without running the program. */
export interface UnknownValue {
  readonly kind: 'unknown';
  readonly why: string;
  /** Known to be a frame of Spark or to come from one: methods on it go on as on an opaque DataFrame. */
  readonly frame?: FrameOrigin;
  /** The Python type, where that much is known: of a line of a file, of `int(x)`. */
  readonly like?: 'str' | 'int' | 'float' | 'bool';
}

export interface FrameOrigin {
  readonly from: readonly SparkValue[];
}

export interface Args {
  readonly positional: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
  /** There were further arguments (`*rows`) that are not known. */
  readonly open: boolean;
}

/** Where a call stands: of a method, `name` is the method's name and `range` begins there. */
export interface CallSite {
  readonly file: string;
  readonly name: Span;
  readonly range: Span;
}
