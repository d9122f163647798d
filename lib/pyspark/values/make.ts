import type { Column } from '#lib/plan/analyze/column.ts';
import { hashKey } from './hash-key.ts';
import type { ColumnValue } from './spark-value.ts';
import type {
  Args,
  BoolValue,
  DictValue,
  FrameOrigin,
  IteratorValue,
  ListValue,
  NativeCall,
  NativeValue,
  NoneValue,
  NumberValue,
  SetValue,
  StrValue,
  TupleValue,
  UnknownValue,
  Value,
} from './value.ts';

export const NONE: NoneValue = { kind: 'none' };
export const TRUE: BoolValue = { kind: 'bool', value: true };
export const FALSE: BoolValue = { kind: 'bool', value: false };
export const NO_ARGS: Args = { positional: [], keywords: new Map(), open: false };

export function bool(value: boolean): BoolValue {
  return value ? TRUE : FALSE;
}

export function int(value: number): NumberValue | UnknownValue {
  return Number.isSafeInteger(value) ? { kind: 'int', value } : unknown('a number beyond 2^53');
}

export function float(value: number): NumberValue {
  return { kind: 'float', value };
}

export function str(value: string): StrValue {
  return { kind: 'str', value };
}

export function list(items: readonly Value[], open = false): ListValue {
  return { kind: 'list', items: [...items], open };
}

export function tuple(items: readonly Value[]): TupleValue {
  return { kind: 'tuple', items };
}

export function iterator(items: readonly Value[], open = false): IteratorValue {
  return { kind: 'iterator', items, open, at: 0 };
}

/** A key that cannot be known makes the dict open: a look-up may find it. */
export function dict(pairs: readonly (readonly [Value, Value])[], open = false): DictValue {
  const made: DictValue = { kind: 'dict', entries: new Map(), open };
  for (const [key, value] of pairs) {
    const hash = hashKey(key);
    if (hash === undefined) made.open = true;
    else made.entries.set(hash, [key, value]);
  }
  return made;
}

export function set(items: readonly Value[], open = false): SetValue {
  const made: SetValue = { kind: 'set', entries: new Map(), open };
  for (const item of items) {
    const hash = hashKey(item);
    if (hash === undefined) made.open = true;
    else made.entries.set(hash, item);
  }
  return made;
}

export function native(name: string, call: NativeCall): NativeValue {
  return { kind: 'native', name, call };
}

export function unknown(why: string, frame?: FrameOrigin): UnknownValue {
  return frame ? { kind: 'unknown', why, frame } : { kind: 'unknown', why };
}

export function unknownLike(why: string, like: 'str' | 'int' | 'float' | 'bool'): UnknownValue {
  return { kind: 'unknown', why, like };
}

export function column(of: Column): ColumnValue {
  return { kind: 'column', column: of };
}

export function args(positional: readonly Value[]): Args {
  return { positional, keywords: new Map(), open: false };
}
