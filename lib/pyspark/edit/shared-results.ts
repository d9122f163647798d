import type { ReadProject } from '../predict-program.ts';
import type { Operation, SourceRange } from '../program.ts';
import { operationsOf } from './operation-graph.ts';
import { Refused } from './refused.ts';
import { named } from './site.ts';

/** They change nothing of what others get, or are half of an operation whose other half counts. */
const PASSED_OVER: ReadonlySet<string> = new Set([
  'cache',
  'persist',
  'unpersist',
  'explain',
  'printSchema',
  'groupBy',
  'groupby',
  'rollup',
  'cube',
  'groupingSets',
  'pivot',
]);

const AND = new Intl.ListFormat('en');

/**
 * Refuses where a DataFrame on the way from the operation to the end is read in several places: all of them would change,
 * and only one of them was looked at.
 */
export function refuseShared(read: ReadProject, at: number, alsoOthers: true | undefined): void {
  if (alsoOthers) return;
  const fork = forkFrom(read, at);
  if (!fork) return;
  const { of, readers } = fork;
  const lines = [...new Set(readers.map(({ name }) => name.line))].toSorted((a, b) => a - b);
  const places = lines.length === 1 ? `line ${lines[0]}` : `lines ${AND.format(lines.map(String))}`;
  throw new Refused(
    `What ${named(of)} gives is used in ${readers.length} places (${places}): all of them would change.`,
    readers.map(({ name }) => name),
  );
}

/** The first DataFrame from here on that has several readers. */
function forkFrom(
  read: ReadProject,
  at: number,
): { readonly of: Operation; readonly readers: readonly Operation[] } | undefined {
  const { operations } = read.program;
  const seen = new Set<number>();
  let current = [at];
  while (current.length > 0) {
    const readers = readersOf(read, current).filter((reader) => !seen.has(reader));
    const places = new Map<string, Operation>();
    for (const reader of readers) {
      const operation = operations[reader]!;
      places.set(placeKey(operation.name), operation);
    }
    if (places.size > 1) return { of: operations[current[0]!]!, readers: [...places.values()] };
    for (const reader of readers) seen.add(reader);
    current = readers;
  }
  return undefined;
}

/** Operations that take what these give, those apart that change nothing for others. */
export function readersOf(read: ReadProject, ats: readonly number[]): readonly number[] {
  const found = operationsOf(read).taken.filter(
    ({ from, to }) => ats.includes(from) && !PASSED_OVER.has(read.program.operations[to]!.method),
  );
  return [...new Set(found.map(({ to }) => to))];
}

function placeKey({ file, from }: SourceRange): string {
  return `${file}:${from}`;
}
