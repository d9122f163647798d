import type { ReadProject } from '../predict-program.ts';
import { operationsOf } from './operation-graph.ts';
import { Refused } from './refused.ts';
import { named } from './site.ts';

/** The operations that are written in a piece of text, in its order; refuses where one of them runs several times. */
export function operationsWithin(
  read: ReadProject,
  file: string,
  { from, to }: { readonly from: number; readonly to: number },
): readonly number[] {
  const { operations } = read.program;
  const startOf = (at: number): number => operations[at]!.name.from;
  const found = operationsOf(read).ats.filter((at) => {
    const { name } = operations[at]!;
    return name.file === file && from <= name.from && name.to <= to;
  });
  const sorted = found.toSorted((a, b) => startOf(a) - startOf(b));
  const twice = sorted.find((at, index) => index > 0 && startOf(at) === startOf(sorted[index - 1]!));
  if (twice !== undefined)
    throw new Refused(`${named(operations[twice]!)} runs several times. Change it in the editor.`);
  return sorted;
}
