import { classOf, itemOf } from '../api/dispatch.ts';
import { hashKey } from '../values/hash-key.ts';
import { elementsOf } from '../values/iterate.ts';
import { list, str, tuple, unknown } from '../values/make.ts';
import type { CallSite, Value } from '../values/value.ts';
import type { Run } from './run.ts';

/** `of[index]`. */
export function itemAt(run: Run, of: Value, index: Value, site: CallSite): Value {
  switch (of.kind) {
    case 'list':
    case 'tuple':
    case 'str':
    case 'range':
      return index.kind === 'slice' ? sliced(of, index) : sequenceItem(of, index);
    case 'dict': {
      const key = hashKey(index);
      const found = key === undefined ? undefined : of.entries.get(key);
      return found?.[1] ?? unknown('an entry that is not known');
    }
    case 'instance': {
      const fn = run.classAttribute(of.cls, '__getitem__');
      if (fn?.kind === 'function') {
        return run.call(
          { kind: 'bound', fn, self: of },
          { positional: [index], keywords: new Map(), open: false },
          site,
        );
      }
      return unknown(`an item of ${of.cls.name}`);
    }
    case 'class':
      // `Optional[X]` and Enum's `Color["RED"]`.
      return of.isEnum && index.kind === 'str' ? (of.attrs.get(index.value) ?? unknown('a member')) : of;
    case 'module':
      return of;
    case 'unknown':
      return unknown(of.why, of.frame);
    default:
      return classOf(of) ? itemOf(run, of, index, site) : unknown('an item of what is not known');
  }
}

function sequenceItem(of: Value, index: Value): Value {
  const elements = elementsOf(of);
  if (index.kind !== 'int' || !elements) return unknown('an item at a place that is not known');
  const { items, open } = elements;
  if (index.value < 0 && open) return unknown('the end of a list that is not known');
  const found = items[index.value < 0 ? items.length + index.value : index.value];
  return found ?? (of.kind === 'list' ? of.element : undefined) ?? unknown('an item beyond what is known');
}

function sliced(of: Value, slice: Value & { kind: 'slice' }): Value {
  const elements = elementsOf(of);
  const bounds = [slice.start, slice.stop, slice.step].map((part) =>
    part.kind === 'none' ? null : part.kind === 'int' ? part.value : undefined,
  );
  if (!elements || elements.open || bounds.includes(undefined)) {
    return of.kind === 'list' ? list(of.items, true) : unknown('a part that is not known');
  }
  const items = pick(elements.items, bounds[0] ?? null, bounds[1] ?? null, bounds[2] ?? 1);
  if (of.kind === 'str') return str(items.map((item) => (item.kind === 'str' ? item.value : '')).join(''));
  return of.kind === 'tuple' ? tuple(items) : list(items);
}

function pick<T>(items: readonly T[], start: number | null, stop: number | null, step: number): readonly T[] {
  if (step === 0) return [];
  const n = items.length;
  const clamp = (at: number, low: number, high: number): number =>
    Math.min(Math.max(at < 0 ? at + n : at, low), high);
  const found: T[] = [];
  if (step > 0) {
    const to = stop === null ? n : clamp(stop, 0, n);
    for (let at = start === null ? 0 : clamp(start, 0, n); at < to; at += step) found.push(items[at]!);
  } else {
    const to = stop === null ? -1 : clamp(stop, -1, n - 1);
    for (let at = start === null ? n - 1 : clamp(start, -1, n - 1); at > to; at += step)
      found.push(items[at]!);
  }
  return found;
}
