import { int, str, tuple, unknown } from './make.ts';
import type { Value } from './value.ts';

/** More elements than this are not gone through: no program is written that way, and the work would be unbounded. */
const MOST_ELEMENTS = 10_000;

export interface Elements {
  readonly items: readonly Value[];
  /** There may be further ones. */
  readonly open: boolean;
}

/** What a `for` over the value goes through; undefined when nothing of it is known. */
export function elementsOf(value: Value): Elements | undefined {
  switch (value.kind) {
    case 'list':
      return { items: [...value.items], open: value.open };
    case 'tuple':
      return { items: value.items, open: false };
    case 'set':
      return { items: [...value.entries.values()], open: value.open };
    case 'dict':
      return { items: [...value.entries.values()].map(([key]) => key), open: value.open };
    case 'iterator': {
      const items = value.items.slice(value.at);
      value.at = value.items.length;
      return { items, open: value.open };
    }
    case 'str':
      return {
        items: [...value.value].slice(0, MOST_ELEMENTS).map(str),
        open: value.value.length > MOST_ELEMENTS,
      };
    case 'range': {
      const length = rangeLength(value);
      const items = Array.from({ length: Math.min(length, MOST_ELEMENTS) }, (_, index) =>
        int(value.start + index * value.step),
      );
      return { items, open: length > MOST_ELEMENTS };
    }
    case 'type':
      return value.fields
        ? { items: value.fields.map((field) => ({ kind: 'field', field })), open: false }
        : undefined;
    case 'class':
      return value.isEnum ? { items: [...value.attrs.values()].filter(isMember), open: false } : undefined;
    default:
      return undefined;
  }
}

function isMember(value: Value): boolean {
  return value.kind === 'instance' && value.attrs.has('name');
}

function rangeLength(range: { start: number; stop: number; step: number }): number {
  if (range.step === 0) return 0;
  return Math.max(0, Math.ceil((range.stop - range.start) / range.step));
}

/** `len(value)`; undefined when it depends on the run. */
export function lengthOf(value: Value): number | undefined {
  switch (value.kind) {
    case 'str':
    case 'bytes':
      return value.value.length;
    case 'list':
      return value.open ? undefined : value.items.length;
    case 'tuple':
      return value.items.length;
    case 'dict':
    case 'set':
      return value.open ? undefined : value.entries.size;
    case 'range':
      return rangeLength(value);
    case 'type':
      return value.fields?.length;
    default:
      return undefined;
  }
}

/** `n` values for the names on the left of an assignment, or undefined when the value has not that many. */
export function unpack(value: Value, n: number): readonly Value[] | undefined {
  const elements = elementsOf(value);
  return elements && !elements.open && elements.items.length === n ? elements.items : undefined;
}

export function pairs(entries: Iterable<readonly [Value, Value]>): readonly Value[] {
  return [...entries].map(([key, value]) => tuple([key, value]));
}

export function unknownElement(of: Value): Value {
  if (of.kind === 'list' && of.element) return of.element;
  return unknown(of.kind === 'unknown' ? of.why : 'an element of what depends on the run');
}
