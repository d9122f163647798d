/** Quantities as people write them: "10 MiB", "1.5 s", "3k", and lists of them over tasks: "100..200, 1x9 s". */

const FACTORS: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  M: 1e6,
  B: 1,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
  ns: 1,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

export interface Quantity {
  /** In bytes, ms, ns or pieces, by the unit. */
  readonly value: number;
  readonly unit: string;
}

/** A number with a unit; what it lacks it takes from `unit` (as in 1..5 MiB). */
export function quantity(text: string, unit = ''): Quantity {
  const match = /^(-?[\d_]+(?:\.\d+)?)\s*([A-Za-z]*)$/.exec(text.trim());
  const found = match?.[2] || unit;
  const factor = FACTORS[found];
  if (!match || factor === undefined) throw new Error(`no quantity: "${text}"`);
  return { value: Number(match[1]!.replaceAll('_', '')) * factor, unit: found };
}

export function amount(text: string): number {
  return quantity(text).value;
}

/**
 * One value for each of `count` tasks. Plain items fill up from the first task: a value for all of them, or a range
 * whose values grow evenly; items with a number of tasks ("2x9 s") take theirs from the end.
 */
export function perTask(text: string, count: number): readonly number[] {
  const values: number[] = [];
  const items = text.split(',').map((item) => item.trim());
  const counted = items.map((item) => /^(\d+)\s*x\s*(.+)$/.exec(item));
  const tail = counted.flatMap((match) =>
    match ? Array.from({ length: Number(match[1]) }, () => amount(match[2]!)) : [],
  );
  const plain = items.filter((_, i) => !counted[i]);
  if (plain.length > 1) return listed(plain, tail, count);
  const room = Math.max(0, count - tail.length);
  const [from, to] = range(plain[0] ?? '0');
  for (let i = 0; i < room; i++) {
    values.push(room === 1 ? from : Math.round(from + ((to - from) * i) / (room - 1)));
  }
  return [...values, ...tail].slice(-count);
}

/** Several plain values are those of the first tasks, one by one; the last goes on. */
function listed(plain: readonly string[], tail: readonly number[], count: number): readonly number[] {
  const values = plain.map(amount);
  while (values.length + tail.length < count) values.push(values.at(-1)!);
  return [...values, ...tail].slice(0, count);
}

function range(text: string): readonly [from: number, to: number] {
  const [from, to] = text.split('..');
  if (to === undefined) return [amount(text), amount(text)];
  const end = quantity(to);
  return [quantity(from!, end.unit).value, end.value];
}

/** Splits a total over tasks so that the sum stays. */
export function split(total: number, count: number): readonly number[] {
  const each = Math.floor(total / count);
  return Array.from({ length: count }, (_, i) => (i === count - 1 ? total - each * (count - 1) : each));
}
