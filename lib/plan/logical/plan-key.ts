import { typeName } from '../types/data-type.ts';
import type { LogicalPlan } from './logical-plan.ts';

/** What a plan says, apart from which ids its columns have and which operations made its nodes. */
export interface PlanKey {
  /** Equal for plans that differ in ids and places only. */
  readonly text: string;
  /** The operations that made the nodes, in the order in which the text names them. */
  readonly places: readonly number[];
  /** The ids of its columns, in that order too. */
  readonly ids: readonly number[];
  /** Caches that the plan reads. */
  readonly caches: ReadonlySet<number>;
}

/** Of a plan as an object: whoever predicts it and whoever checks it want its key. */
const KEYS = new WeakMap<LogicalPlan, PlanKey>();

/** A description of everything in a plan, to see whether it was planned before. Costs one walk over the plan. */
export function planKey(plan: LogicalPlan): PlanKey {
  const known = KEYS.get(plan);
  if (known) return known;
  const writer = new Writer();
  writer.value(plan);
  const key = {
    text: writer.parts.join(''),
    places: [...writer.places.keys()],
    ids: [...writer.ids.keys()],
    caches: writer.caches,
  };
  KEYS.set(plan, key);
  return key;
}

class Writer {
  readonly parts: string[] = [];
  readonly places = new Map<number, number>();
  readonly caches = new Set<number>();
  readonly ids = new Map<number, number>();
  /** Objects that were written before: nodes and columns are shared. */
  readonly #seen = new Map<object, number>();

  value(value: unknown): void {
    if (typeof value !== 'object' || value === null) {
      this.parts.push(
        typeof value === 'string' ? JSON.stringify(value) : `${typeof value}${String(value)}`,
        ',',
      );
      return;
    }
    const seen = this.#seen.get(value);
    if (seen !== undefined) {
      this.parts.push('^', String(seen), ',');
      return;
    }
    this.#seen.set(value, this.#seen.size);
    if (Array.isArray(value)) {
      this.parts.push('[');
      for (const each of value) this.value(each);
      this.parts.push(']');
    } else this.#object(value as Readonly<Record<string, unknown>>);
  }

  #object(object: Readonly<Record<string, unknown>>): void {
    this.parts.push('{');
    for (const name in object) {
      const value = object[name];
      if (value === undefined) continue;
      this.parts.push(name, ':');
      if (name === 'at') this.parts.push(String(numbered(this.places, value as number)), ',');
      else if (name === 'id') this.parts.push(String(numbered(this.ids, value as number)), ',');
      else if (name === 'type') this.parts.push(typeText(value), ',');
      else this.value(value);
      if (name === 'cacheId') this.caches.add(value as number);
    }
    this.parts.push('}');
  }
}

function numbered<K>(numbers: Map<K, number>, key: K): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

const TYPES = new WeakMap<object, string>();

/** Types are many and few are different. */
function typeText(type: unknown): string {
  if (typeof type !== 'object' || type === null) return String(type);
  const known = TYPES.get(type) ?? typeName(type as Parameters<typeof typeName>[0]);
  TYPES.set(type, known);
  return known;
}
